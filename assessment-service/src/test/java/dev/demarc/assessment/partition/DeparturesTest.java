package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.partition.Inputs.Bucket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is stored of accounts that left has an end. */
class DeparturesTest {
    private static final Duration KEPT = Instance.KEPT_AFTER_LEAVING;

    private final Workbench bench = Workbench.open();
    private final Database database = bench.database();

    @BeforeEach
    void anAccountThatWasRead() {
        bench.ingest(completeRun(
                SCOPE,
                "s0",
                at(0),
                Bucket.named("a").unencrypted(),
                Bucket.named("b").tagged("workload", "orders"),
                Bucket.named("c"),
                Bucket.named("d"),
                Bucket.named("e").unencrypted()));
        bench.clock().set(at(1_000));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void keepsAnAccountThatIsThere() {
        bench.clock().advance(KEPT.multipliedBy(10));

        bench.upkeep();

        assertThat(database.resourceIds()).hasSize(5);
    }

    @Test
    void keepsAnAccountThatLeftForAWhile() {
        left();
        bench.clock().advance(KEPT.minusSeconds(1));

        bench.upkeep();

        assertThat(database.resourceIds()).hasSize(5);
    }

    @Test
    void endsTheScopesOfAnAccountThatLeft() {
        left();
        bench.clock().advance(KEPT.plusSeconds(1));

        bench.upkeep();

        assertThat(database.resourceIds()).isEmpty();
        assertThat(database.number("SELECT count(*) FROM scope_state")).isZero();
        assertThat(database.number("SELECT count(*) FROM tally")).isZero();
        assertThat(database.number("SELECT count(*) FROM finding_count")).isZero();
        assertThat(database.number("SELECT count(*) FROM workload_member")).isZero();
        assertThat(database.number("SELECT count(*) FROM resource_history")).isEqualTo(5);
        assertThat(database.rows("SELECT DISTINCT cause FROM finding_history")).containsExactly("REMOVAL");
        assertThat(database.number("SELECT count(*) FROM scorecard_due")).isPositive();
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void readsAnAccountThatCameBackAsAnyOther() {
        left();
        bench.clock().advance(KEPT.plusSeconds(1));
        bench.upkeep();

        long later = 1_100 + KEPT.toSeconds();
        bench.ingest(completeRun(SCOPE, "s1", at(later), Bucket.named("a"), Bucket.named("new")));
        bench.upkeep();

        assertThat(database.resourceIds()).containsExactly("a", "new");
        assertThat(database.number("SELECT resources FROM scope_state")).isEqualTo(2);
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void keepsWhatWasReadOfAnAccountAfterItLeft() {
        left();
        bench.clock().advance(KEPT.plusSeconds(1));
        bench.ingest(completeRun(SCOPE, "s1", at(2_000), Bucket.named("a")));

        bench.upkeep();

        assertThat(database.resourceIds()).containsExactly("a");
    }

    @Test
    void refusesATimeBeforeTheAccountLeft() {
        assertThatThrownBy(() -> Departures.notNegative(Duration.ofDays(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("demarc.history.departed-accounts is PT-24H; accepted: 0 or more");
    }

    private void left() {
        database.update("""
                INSERT INTO account_history (id, since, name, organization, ou_path, status, enabled_regions)
                VALUES ('%s', '%s', 'Payments', 'o-1', '{}', 'GONE', '{}')
                """.formatted(SCOPE.account(), bench.clock().instant()));
    }
}
