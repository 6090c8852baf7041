package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.partition.Inputs.Bucket;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EpochsTest {
    private static final String FROM = "SELECT versions_from FROM platform_epoch";
    private static final UUID TOPIC = new UUID(7, 7);

    private final Workbench bench = Workbench.open();
    private final Database database = bench.database();
    private UUID scorecards = TOPIC;
    private final Epochs epochs =
            new Epochs(database.source(), () -> scorecards, bench.instance().remembered());

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theFirstEpochRaisesNothing() throws SQLException {
        epochs.check();
        epochs.check();

        assertThat(database.number(FROM)).isEqualTo(1);
        assertThat(database.number("SELECT count(*) FROM scorecard_due")).isZero();
        assertThat(database.rows("SELECT database FROM platform_epoch"))
                .singleElement()
                .asString()
                .matches("\\d+/[0-9A-F]{8}");
    }

    @Test
    void aDatabaseOfAnotherTimelineRaisesTheVersionsOfScorecardsAndMakesThemDue() throws SQLException {
        epochs.check();
        bench.ingest(completeRun(SCOPE, "s", at(0), Bucket.named("one")));
        database.update("DELETE FROM scorecard_due");
        database.update("INSERT INTO scorecard (account, version, computed_at, payload) VALUES (1, 41, now(), '')");
        database.update("UPDATE platform_epoch SET database = '1/00000001'");

        epochs.check();

        assertThat(database.number(FROM)).isGreaterThan(1_700_000_000_000L);
        assertThat(database.number("SELECT count(*) FROM scorecard_due")).isEqualTo(1);
    }

    @Test
    void aTopicOfScorecardsThatWasMadeAnewIsFilledAgain() throws SQLException {
        epochs.check();
        scorecards = new UUID(8, 8);

        epochs.check();

        assertThat(database.number(FROM)).isGreaterThan(1_700_000_000_000L);
    }

    @Test
    void whatADatabaseLostIsNotBelieved() throws SQLException {
        bench.ingest(completeRun(SCOPE, "s0", at(0), Bucket.named("one")));
        database.update(
                "TRUNCATE resource, tally, run, run_page, scope_state, scorecard_due, reassessment, scope, account,"
                        + " region, resource_type, profile, judging_version, catalog_revision, finding_summary, finding_outbox"
                        + ", resource_count, finding_count, workload, workload_member, drift, drift_count, workload_change"
                        + " RESTART IDENTITY CASCADE");
        database.update("INSERT INTO account (id) VALUES ('999999999999')");
        database.update("INSERT INTO partition_state (partition, topic_id, next_offset, fence) VALUES (0, '%s', %d, 1)"
                .formatted(new UUID(0, 1), bench.fence().offset()));

        bench.instance().remembered().forget();
        bench.restart().ingest(completeRun(SCOPE, "s1", at(100), Bucket.named("one")));

        assertThat(database.rows("SELECT a.id FROM scope s JOIN account a ON a.no = s.account"))
                .containsExactly(SCOPE.account());
        assertThat(database.number("SELECT count(*) FROM judging_version")).isEqualTo(1);
        assertThat(bench.disagreements()).isEmpty();
    }
}
