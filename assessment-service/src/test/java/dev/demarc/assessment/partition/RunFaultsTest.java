package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.begin;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static dev.demarc.assessment.partition.Inputs.end;
import static dev.demarc.assessment.partition.Inputs.item;
import static dev.demarc.assessment.partition.Inputs.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Source;
import dev.demarc.contracts.scan.ScanProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunFaultsTest {
    private static final String LAST_END = "SELECT concat_ws(' ', last_outcome, last_reason) FROM scope_state";
    private static final String LAST_COMPLETE = "SELECT last_complete_run FROM scope_state";

    private final Bucket one = Bucket.named("one");
    private final Bucket two = Bucket.named("two");
    private final Workbench bench = Workbench.open();
    private final Database database = bench.database();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theSameRunTwiceChangesNothing() {
        List<ProducerRecord<String, byte[]>> run = completeRun(SCOPE, "s", at(0), one, two.unencrypted());
        bench.ingest(run);
        String once = database.decided();

        bench.ingest(run);
        bench.restart().ingest(run);

        assertThat(database.decided()).isEqualTo(once);
        assertThat(database.number("SELECT count(*) FROM resource_history")).isZero();
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void twoRunsOfOneScopeInterleavedLeaveWhatTheNewerListed() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), one, two));

        bench.ingest(List.of(
                begin(SCOPE, "s1", at(100)),
                item("s1", one.observed(at(101))),
                begin(SCOPE, "s2", at(110)),
                item("s2", one.unencrypted().observed(at(111))),
                item("s1", two.unencrypted().observed(at(102))),
                page(SCOPE, "s2", 0, "one"),
                page(SCOPE, "s1", 0, "one", "two"),
                end(SCOPE, "s2", at(112), 1, "one"),
                end(SCOPE, "s1", at(113), 1, "one", "two")));

        assertThat(database.resourceIds()).containsExactly("one");
        assertThat(database.rows(LAST_COMPLETE)).containsExactly("s2#1");
        assertThat(database.rows("SELECT failing FROM resource")).containsExactly("{1,4}");
        assertThat(database.rows("SELECT outcome FROM run ORDER BY run"))
                .containsExactly("COMPLETE", "COMPLETE", "COMPLETE");
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void anOlderRunThatEndsWhileTheNewerReadsDoesNotSpeakForTheScope() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), one, two));

        bench.ingest(List.of(
                begin(SCOPE, "s1", at(100)),
                begin(SCOPE, "s2", at(110)),
                page(SCOPE, "s1", 0, "one"),
                end(SCOPE, "s1", at(112), 1, "one")));

        assertThat(database.resourceIds()).containsExactly("one", "two");
        assertThat(database.rows(LAST_COMPLETE)).containsExactly("s0#1");
        assertThat(database.rows("SELECT outcome FROM run WHERE run = 's1#1'")).containsExactly("COMPLETE");
    }

    @Test
    void takesPagesOutOfOrder() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), one, two, Bucket.named("three")));

        bench.ingest(
                List.of(begin(SCOPE, "s1", at(100)), page(SCOPE, "s1", 1, "two")),
                List.of(page(SCOPE, "s1", 0, "one"), end(SCOPE, "s1", at(102), 2, "two", "one")));

        assertThat(database.resourceIds()).containsExactly("one", "two");
        assertThat(database.rows(LAST_COMPLETE)).containsExactly("s1#1");
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void anEndThatNeverComesRemovesNothing() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), one, two));

        bench.ingest(List.of(begin(SCOPE, "s1", at(100)), page(SCOPE, "s1", 0, "one")));

        assertThat(database.resourceIds()).containsExactly("one", "two");
        assertThat(database.rows(LAST_COMPLETE)).containsExactly("s0#1");

        bench.clock().advance(Duration.ofDays(3).plusSeconds(1));
        bench.upkeep();

        assertThat(database.rows("SELECT stale_reason FROM scope_state")).containsExactly("OVERDUE");
        assertThat(database.number("SELECT count(*) FROM scorecard_due")).isEqualTo(2);
    }

    @Test
    void anOverdueScopeIsCurrentAgainAfterACompleteRun() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), one));
        bench.clock().advance(Duration.ofDays(4));
        bench.upkeep();

        bench.ingest(completeRun(SCOPE, "s1", bench.clock().instant(), one));

        assertThat(database.rows("SELECT stale_reason FROM scope_state")).containsExactly("null");
    }

    @Test
    void anOlderObservationAfterANewerIsIgnored() {
        bench.ingest(List.of(
                begin(SCOPE, "s", at(0)),
                item("s", one.unencrypted().observed(at(20))),
                item("s", one.observed(at(10)))));

        assertThat(database.rows("SELECT failing FROM resource")).containsExactly("{1,4}");
    }

    @Test
    void aLateItemOfAnEarlierRunDoesNotBringBackWhatIsGone() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), one, two), completeRun(SCOPE, "s1", at(100), one));

        bench.ingest(List.of(item("s0", two.observed(at(2)))));

        assertThat(database.resourceIds()).containsExactly("one");
    }

    @Test
    void aScopeDeniedAfterItWasCompleteKeepsItsVerdictsAndSaysSo() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), one));

        bench.ingest(List.of(
                begin(SCOPE, "s1", at(100)),
                end(SCOPE, "s1", at(101), Outcome.DENIED, "access denied", "s3:ListAllMyBuckets")));

        assertThat(database.resourceIds()).containsExactly("one");
        assertThat(database.rows(
                        "SELECT concat_ws(' ', last_outcome, last_permission, last_complete_run) FROM scope_state"))
                .containsExactly("DENIED s3:ListAllMyBuckets s0#1");
        assertThat(database.number("SELECT count(*) FROM scorecard_due")).isEqualTo(2);
    }

    @Test
    void aFileFromTheFutureGoesToDeadLettersAndDoesNotSilenceItsScope() {
        long tenDays = Duration.ofDays(10).toSeconds();

        bench.ingest(
                List.of(
                        begin(SCOPE, "file", Source.SNAPSHOT, at(tenDays)),
                        item("file", one.observed(at(tenDays + 1)))),
                completeRun(SCOPE, "s1", at(100), two));

        assertThat(bench.reasonsOfDeadLetters())
                .hasSize(2)
                .allSatisfy(reason -> assertThat(reason)
                        .endsWith("which is yet to come or no time; accepted: until a day after it came onto the bus"))
                .anySatisfy(reason -> assertThat(reason).startsWith("begunAt is 2026-03-11T00:00:00Z"))
                .anySatisfy(reason -> assertThat(reason).startsWith("configurationItemCaptureTime is "));
        assertThat(database.resourceIds()).containsExactly("two");
        assertThat(database.rows(LAST_COMPLETE)).containsExactly("s1#1");
    }

    @Test
    void aFileThatIsOlderThanAScanIsToldBackAndChangesNothing() {
        bench.ingest(completeRun(SCOPE, "s0", at(100), one));

        bench.ingest(List.of(
                begin(SCOPE, "file", Source.SNAPSHOT, at(0)),
                item("file", two.observed(at(1))),
                page(SCOPE, "file", 0, "two"),
                end(SCOPE, "file", at(2), 1, "two")));

        assertThat(database.resourceIds()).containsExactly("one");
        assertThat(bench.overruled()).singleElement().satisfies(told -> {
            assertThat(told.run().scan()).isEqualTo("file");
            assertThat(told.phase()).isEqualTo(ScanProgress.Phase.OVERRULED);
            assertThat(told.outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(told.reason()).contains("LIVE");
        });
        assertThat(bench.reasonsOfDeadLetters()).isEmpty();
    }

    @Test
    void aTimeThatNoClockTellsGoesToDeadLetters() {
        bench.ingest(List.of(begin(SCOPE, "s", Instant.parse("+29999-01-01T00:00:00Z"))));

        assertThat(bench.reasonsOfDeadLetters()).singleElement().asString().startsWith("begunAt is +29999-01-01");
    }

    @Test
    void anEndThatItsPagesContradictIsNotComplete() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), one, two));

        bench.ingest(List.of(
                begin(SCOPE, "s1", at(100)), page(SCOPE, "s1", 0, "one"), end(SCOPE, "s1", at(101), 2, "one", "two")));

        assertThat(database.resourceIds()).containsExactly("one", "two");
        assertThat(database.rows(LAST_END)).containsExactly("FAILED 1 of its 2 pages came");
    }

    @Test
    void anEndWithOtherResourcesThanItsPagesIsNotComplete() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), one, two));

        bench.ingest(
                List.of(begin(SCOPE, "s1", at(100)), page(SCOPE, "s1", 0, "one"), end(SCOPE, "s1", at(101), 1, "two")));

        assertThat(database.rows(LAST_END)).containsExactly("FAILED its pages list other resources than its end says");
    }

    @Test
    void removesInSteps() {
        Bucket[] many = new Bucket[10];
        for (int i = 0; i < many.length; i++) {
            many[i] = Bucket.named("bucket-" + i);
        }
        bench.ingest(completeRun(SCOPE, "s0", at(0), many));

        bench.ingest(completeRun(SCOPE, "s1", at(100), many[0]));

        assertThat(database.resourceIds()).containsExactly("bucket-0");
        assertThat(database.number("SELECT count(*) FROM resource_history")).isEqualTo(9);
        assertThat(database.number("SELECT resources FROM scope_state")).isEqualTo(1);
        assertThat(database.number("SELECT count(*) FROM run_page")).isZero();
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void takesUpRemovalsThatAnInstanceLeft() throws Exception {
        bench.ingest(completeRun(SCOPE, "s0", at(0), one, two));
        bench.instance()
                .ingestion()
                .ingest(
                        bench.fence(),
                        new PartitionMemory(1),
                        bench.judging(),
                        Workbench.records(
                                completeRun(SCOPE, "s1", at(100), one),
                                bench.fence().offset()));
        assertThat(database.resourceIds()).containsExactly("one", "two");

        bench.restart();
        bench.instance().removals().step(bench.fence(), new PartitionMemory(1), bench.judging());

        assertThat(database.resourceIds()).containsExactly("one");
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void refusesALesserSourceWhileABetterOneReadsTheScope() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), one));

        bench.ingest(List.of(
                begin(SCOPE, "file", Source.SNAPSHOT, at(100)),
                item("file", two.observed(at(101))),
                page(SCOPE, "file", 0, "two"),
                end(SCOPE, "file", at(102), 1, "two")));

        assertThat(database.resourceIds()).containsExactly("one");
        assertThat(database.rows("SELECT refused FROM run WHERE run = 'file#1'"))
                .containsExactly("t");
        assertThat(database.rows(LAST_COMPLETE)).containsExactly("s0#1");
    }

    @Test
    void aBetterSourceTakesAScopeOver() {
        bench.ingest(List.of(
                begin(SCOPE, "file", Source.SNAPSHOT, at(0)),
                item("file", two.observed(at(1))),
                page(SCOPE, "file", 0, "two"),
                end(SCOPE, "file", at(2), 1, "two")));

        bench.ingest(completeRun(SCOPE, "s", at(100), one));

        assertThat(database.resourceIds()).containsExactly("one");
        assertThat(database.rows("SELECT source FROM scope_state")).containsExactly("LIVE");
    }
}
