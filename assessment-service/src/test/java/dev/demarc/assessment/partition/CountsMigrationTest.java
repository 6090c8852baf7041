package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.partition.Inputs.Bucket;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was stored before there were counts is counted by the migration, and its workloads by the next judgement. */
class CountsMigrationTest {
    private final Workbench bench = Workbench.open();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void countsWhatIsStoredAlready() {
        bench.ingest(completeRun(
                SCOPE,
                "s0",
                at(0),
                Bucket.named("one").tagged("workload", "orders").unencrypted(),
                Bucket.named("two").unencrypted(),
                Bucket.named("three").withoutReadablePolicy(),
                Bucket.named("four").without("bucketPolicy")));
        bench.clock().set(at(90_000));
        bench.ingest(completeRun(SCOPE, "s1", at(80_000), Bucket.named("four").withoutReadablePolicy()));
        forgetTheCounts();

        Flyway.configure()
                .dataSource(bench.database().source())
                .outOfOrder(true)
                .load()
                .migrate();

        assertThat(bench.report().wrongCounts()).isEmpty();
        assertThat(bench.database().number("SELECT count(*) FROM drift_begun")).isEqualTo(1);
        assertThat(bench.database().number("SELECT sum(findings) FROM finding_count"))
                .isPositive();
        assertThat(bench.database().rows("SELECT DISTINCT workload FROM resource"))
                .containsExactly("-1");
        bench.restart().upkeep();
        assertThat(bench.disagreements()).isEmpty();
        assertThat(bench.database().rows("SELECT DISTINCT workload FROM resource ORDER BY 1"))
                .doesNotContain("-1");
    }

    private void forgetTheCounts() {
        for (String table : new String[] {
            "workload",
            "resource_count",
            "finding_count",
            "workload_member",
            "drift",
            "drift_count",
            "drift_begun",
            "workload_change"
        }) {
            bench.database().update("DROP TABLE " + table);
        }
        bench.database().update("DROP SEQUENCE drift_no");
        bench.database().update("ALTER TABLE resource DROP COLUMN workload");
        bench.database().update("DELETE FROM flyway_schema_history WHERE description = 'counts and drift'");
    }
}
