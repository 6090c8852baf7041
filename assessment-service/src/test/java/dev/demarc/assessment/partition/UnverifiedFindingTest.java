package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Verdict;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A failure that cannot be read any more is not mended. */
class UnverifiedFindingTest {
    private static final Bucket FAILING = Bucket.named("one").without("bucketPolicy");
    private static final Bucket UNREAD = Bucket.named("one").withoutReadablePolicy();
    private static final Bucket MENDED = Bucket.named("one");

    private final Workbench bench = Workbench.open();
    private final Database database = bench.database();

    @BeforeEach
    void failing() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), FAILING));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void staysAFindingWithItsDateAndCountsAsUnknown() {
        bench.ingest(completeRun(SCOPE, "s1", at(100), UNREAD));

        NonPass policy = policy();
        assertThat(policy.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(policy.since()).isEqualTo(at(101));
        assertThat(policy.openSince()).isEqualTo(at(1));
        assertThat(database.rows("SELECT failing FROM resource")).containsExactly("{2}");
        assertThat(database.rows("SELECT concat_ws(' ', fail, unknown, unverified) FROM tally WHERE control = 2"))
                .containsExactly("0 1 1");
        assertThat(database.number("SELECT count(*) FROM finding_history")).isZero();
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void keepsItsDateWhenItIsReadToFailAgain() {
        bench.ingest(completeRun(SCOPE, "s1", at(100), UNREAD));
        bench.ingest(completeRun(SCOPE, "s2", at(200), UNREAD.with("name", "renamed")));
        bench.ingest(completeRun(SCOPE, "s3", at(300), FAILING));

        assertThat(policy().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(policy().since()).isEqualTo(at(1));
        assertThat(database.number("SELECT count(*) FROM finding_history")).isZero();
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void isResolvedWhenItIsReadToBeMended() {
        bench.ingest(completeRun(SCOPE, "s1", at(100), UNREAD));
        bench.ingest(completeRun(SCOPE, "s2", at(200), MENDED));

        assertThat(database.nonPasses("one")).isEmpty();
        assertThat(database.rows("SELECT concat_ws(' ', control, extract(epoch FROM until - since)::int, reason)"
                        + " FROM finding_history"))
                .containsExactly("2 200");
        assertThat(events()).last().asString().contains("\"activity_id\":3", "\"status_id\":1");
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void opensNothingWhereNothingFailedBefore() {
        bench.ingest(completeRun(SCOPE, "s1", at(100), MENDED));
        bench.ingest(completeRun(SCOPE, "s2", at(200), UNREAD));

        assertThat(policy().isFinding()).isFalse();
        assertThat(database.rows("SELECT failing FROM resource")).containsExactly("{}");
        assertThat(bench.disagreements()).isEmpty();
    }

    private NonPass policy() {
        return database.nonPasses("one").stream()
                .filter(each -> each.control() == TestCatalog.POLICY)
                .findFirst()
                .orElseThrow();
    }

    private List<String> events() {
        return database.rows("SELECT convert_from(payload, 'UTF8') FROM finding_outbox ORDER BY no");
    }
}
