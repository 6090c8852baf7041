package dev.demarc.assessment.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.fixture.TestStore;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class LeaseStoreTest {
    private static final Duration LEASE = Duration.ofSeconds(30);

    @Test
    void dividesTheShardsAmongPublishersThatAreAlive() throws SQLException {
        DataSource dataSource = TestStore.empty("leases_divided");
        LeaseStore one = new LeaseStore(dataSource, "one", 4, LEASE);
        LeaseStore two = new LeaseStore(dataSource, "two", 4, LEASE);

        assertThat(one.hold()).containsExactly(0, 1, 2, 3);
        assertThat(two.hold()).isEmpty();
        assertThat(one.hold()).containsExactly(0, 1);
        assertThat(two.hold()).containsExactly(2, 3);
        one.leave();
        assertThat(two.hold()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void takesTheShardsOfAPublisherThatIsNoMore() throws SQLException {
        DataSource dataSource = TestStore.empty("leases_taken");
        LeaseStore dead = new LeaseStore(dataSource, "dead", 1, Duration.ofMillis(-1));
        dead.hold();
        LeaseStore alive = new LeaseStore(dataSource, "alive", 1, LEASE);

        assertThat(alive.hold()).containsExactly(0);
    }
}
