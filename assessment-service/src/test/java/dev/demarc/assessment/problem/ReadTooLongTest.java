package dev.demarc.assessment.problem;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.fixture.TestStore;
import dev.demarc.assessment.listing.ReadTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class ReadTooLongTest {
    private static final DataSource STORE = TestStore.empty("read_too_long");

    @Test
    void aReadThatTakesTooLongIsEndedAndSaysWhatToAskFor() {
        ReadTransaction reads = new ReadTransaction(STORE, Duration.ofMillis(100));

        assertThatThrownBy(() -> reads.of(connection -> run(connection, "SELECT pg_sleep(30)")))
                .isInstanceOf(ReadTooLongException.class)
                .hasMessageContaining("ask for less");
    }

    @Test
    void aReaderCannotWrite() {
        ReadTransaction reads = new ReadTransaction(STORE);

        assertThatThrownBy(() -> reads.of(connection -> run(connection, "DELETE FROM resource")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("read-only");
    }

    @Test
    void aLimitOfNothingStopsTheStart() {
        assertThatThrownBy(() -> new ReadTransaction(STORE, Duration.ZERO))
                .hasMessage("demarc.reads.statement-limit is PT0S; accepted: at least a millisecond");
    }

    private static boolean run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
