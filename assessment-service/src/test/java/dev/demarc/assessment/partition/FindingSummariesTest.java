package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.begin;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static dev.demarc.assessment.partition.Inputs.end;
import static dev.demarc.assessment.partition.Inputs.item;
import static dev.demarc.assessment.partition.Inputs.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.finding.Cause;
import dev.demarc.contracts.finding.FindingSummary;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Scope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FindingSummariesTest {
    private static final Scope OTHER = new Scope("444455556666", "eu-central-1", Inputs.BUCKET);

    private final Bucket one = Bucket.named("one").unencrypted();
    private final Bucket two = Bucket.named("two").unencrypted();
    private final Workbench bench = Workbench.open();
    private final Database database = bench.database();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aFirstRunOverManyTransactionsIsToldOnceAtItsEnd() {
        bench.ingest(List.of(begin(SCOPE, "s", at(0)), item("s", one.observed(at(1)))));
        bench.restart().ingest(List.of(item("s", two.observed(at(1)))));
        assertThat(told()).isEmpty();

        bench.ingest(List.of(page(SCOPE, "s", 0, "one", "two"), end(SCOPE, "s", at(2), 1, "one", "two")));

        assertThat(told()).singleElement().satisfies(summary -> {
            assertThat(summary.scope()).isEqualTo(SCOPE);
            assertThat(summary.cause()).isEqualTo(Cause.FIRST_JUDGEMENT);
            assertThat(summary.opened()).isEqualTo(4);
        });
    }

    @Test
    void aFirstRunThatFailsTellsWhatItFoundAndTheNextOnlyWhatIsNew() {
        bench.ingest(List.of(
                begin(SCOPE, "s0", at(0)),
                item("s0", one.observed(at(1))),
                end(SCOPE, "s0", at(2), Outcome.FAILED, "throttled", null)));

        bench.ingest(completeRun(SCOPE, "s1", at(100), one, two));

        assertThat(told())
                .extracting(FindingSummary::cause, FindingSummary::opened)
                .containsExactly(tuple(Cause.FIRST_JUDGEMENT, 2L), tuple(Cause.FIRST_JUDGEMENT, 2L));
    }

    @Test
    void aCatalogChangeIsToldOncePerScopeHoweverManyStepsItTakes() throws Exception {
        bench.ingest(completeRun(SCOPE, "s", at(0), buckets(7)), completeRun(OTHER, "s", at(0), buckets(6)));
        database.update("DELETE FROM finding_outbox");
        bench.judgeBy(TestCatalog.second());

        bench.instance().chores().reassessing().step(bench.fence(), bench.judging());
        bench.restart().upkeep();

        assertThat(told())
                .extracting(FindingSummary::scope, FindingSummary::cause, FindingSummary::opened)
                .containsExactlyInAnyOrder(tuple(SCOPE, Cause.CATALOG, 7L), tuple(OTHER, Cause.CATALOG, 6L));
        assertThat(database.number("SELECT count(*) FROM finding_summary")).isZero();
    }

    @Test
    void aCatalogChangeThatAnotherOvertakesIsToldWithIt() throws Exception {
        bench.ingest(completeRun(SCOPE, "s", at(0), buckets(7)));
        database.update("DELETE FROM finding_outbox");
        bench.judgeBy(TestCatalog.second());
        bench.instance().chores().reassessing().step(bench.fence(), bench.judging());

        bench.judgeBy(TestCatalog.third()).upkeep();

        assertThat(told()).singleElement().satisfies(summary -> {
            assertThat(summary.opened()).isEqualTo(3);
            assertThat(summary.resolved()).isEqualTo(3);
        });
        assertThat(database.number("SELECT count(*) FROM finding_summary")).isZero();
    }

    private List<FindingSummary> told() {
        return database
                .rows("SELECT convert_from(payload, 'UTF8') FROM finding_outbox"
                        + " WHERE type = 'dev.demarc.finding.summary.v1' ORDER BY no")
                .stream()
                .map(json -> Json.read(json.getBytes(StandardCharsets.UTF_8), FindingSummary.class))
                .toList();
    }

    private static Bucket[] buckets(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Bucket.named("bucket-" + i))
                .toArray(Bucket[]::new);
    }
}
