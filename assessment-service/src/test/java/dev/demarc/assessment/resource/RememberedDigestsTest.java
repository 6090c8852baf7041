package dev.demarc.assessment.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.fixture.TestStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class RememberedDigestsTest {
    private static final Digest DIGEST = new Digest(1, 2, 3);
    private static final DataSource STORE = TestStore.empty("remembered_digests");

    @Test
    void forgetsTheScopesThatWereAskedAboutLongestAgo() throws SQLException {
        RememberedDigests digests = with(5, 1, 2, 3);
        digests.isStored(1, 1);

        digests.trim();

        assertThat(digests.isStored(1, 1)).isTrue();
        assertThat(digests.isStored(2, 1)).isFalse();
        assertThat(digests.isStored(3, 1)).isTrue();
        assertThat(digests.size()).isEqualTo(4);
    }

    @Test
    void keepsOneScopeHoweverLargeItIs() throws SQLException {
        RememberedDigests digests = with(1, 7);

        digests.trim();

        assertThat(digests.isStored(7, 2, DIGEST)).isTrue();
    }

    @Test
    void aResourceOfOneScopeIsNotStoredInAnother() throws SQLException {
        RememberedDigests digests = with(100, 1);
        learn(digests, 2);

        assertThat(digests.isStored(1, 1, DIGEST)).isTrue();
        assertThat(digests.isStored(2, 1, DIGEST)).isFalse();
    }

    @Test
    void knowsNothingOfAScopeThatItHasNotLearned() {
        RememberedDigests digests = new RememberedDigests(10);

        assertThat(digests.isStored(1, 1, DIGEST)).isFalse();
        assertThatThrownBy(() -> digests.put(1, 1, DIGEST)).hasMessage("digests of scope 1 were not learned");
    }

    /** Remembers two resources in each of the scopes. */
    private static RememberedDigests with(int limit, int... scopes) throws SQLException {
        RememberedDigests digests = new RememberedDigests(limit);
        for (int scope : scopes) {
            learn(digests, scope);
            digests.put(scope, 1, DIGEST);
            digests.put(scope, 2, DIGEST);
        }
        return digests;
    }

    /** Of a scope of which nothing is stored. */
    private static void learn(RememberedDigests digests, int scope) throws SQLException {
        try (Connection connection = STORE.getConnection()) {
            digests.learn(connection, List.of(scope));
        }
    }
}
