package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.begin;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static dev.demarc.assessment.partition.Inputs.end;
import static dev.demarc.assessment.partition.Inputs.item;
import static dev.demarc.assessment.partition.Inputs.page;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.resource.ResourceKey;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefusedItemTest {
    private static final String COUNTS = "SELECT concat_ws(' ', control, sum(pass), sum(fail), sum(unknown)) FROM tally"
            + " WHERE control = 1 GROUP BY control";

    private final Bucket one = Bucket.named("one");
    private final Bucket two = Bucket.named("two");
    private final Workbench bench = Workbench.open();
    private final Database database = bench.database();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aRefusedItemOfACompleteRunMakesItsResourceUnknownAndLeavesTheOthers() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), one, two));

        bench.ingest(runWith(broken(item("s1", one.unencrypted().observed(at(101))))));

        assertThat(database.resourceIds()).containsExactly("one", "two");
        assertThat(database.nonPasses("one"))
                .hasSize(5)
                .allSatisfy(each -> assertThat(each.verdict()).isEqualTo(Verdict.UNKNOWN))
                .allSatisfy(each -> assertThat(each.reason())
                        .contains("its configuration was refused: not a ResourceConfiguration"));
        assertThat(database.nonPasses("two")).isEmpty();
        assertThat(database.rows(COUNTS)).containsExactly("1 1 0 1");
        assertThat(bench.reasonsOfDeadLetters()).hasSize(1);
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void aRefusedItemThatWasNeverStoredCountsAsUnread() {
        bench.ingest(runWith(broken(item("s1", one.observed(at(101))))));

        String unreadable = "unreadable-" + HexFormat.of().toHexDigits(ResourceKey.rid(SCOPE, "one"));
        assertThat(database.resourceIds()).containsExactly("two", unreadable);
        assertThat(database.rows(COUNTS)).containsExactly("1 1 0 1");
        assertThat(database.number("SELECT resources FROM scope_state")).isEqualTo(2);
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void whatWasRefusedIsKnownAgainOnceItIsRead() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), one, two));
        bench.ingest(runWith(broken(item("s1", one.observed(at(101))))));

        bench.ingest(completeRun(SCOPE, "s2", at(200), one, two));

        assertThat(database.nonPasses("one")).isEmpty();
        assertThat(database.rows(COUNTS)).containsExactly("1 2 0 0");
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void aRefusedItemThatIsNoLongerListedGoesWithTheNextRun() {
        bench.ingest(runWith(broken(item("s1", one.observed(at(101))))));

        bench.ingest(completeRun(SCOPE, "s2", at(200), two));

        assertThat(database.resourceIds()).containsExactly("two");
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void anItemOfTheFutureOrWithNulOrOfAnotherVersionMakesItsResourceUnknown() {
        Bucket three = Bucket.named("three");
        bench.ingest(completeRun(SCOPE, "s0", at(0), one, two, three));
        ProducerRecord<String, byte[]> newer =
                item("s1", three.observed(at(101)).unencrypted());
        newer.headers()
                .remove(EventHeaders.TYPE)
                .add(EventHeaders.TYPE, EventHeaders.bytes("dev.demarc.resource.configuration.v9"));

        bench.ingest(List.of(
                begin(SCOPE, "s1", at(100)),
                item("s1", one.unencrypted().observed(at(Duration.ofDays(9).toSeconds()))),
                Inputs.withNulFor(
                        "no name", item("s1", two.tagged("team", "no name").observed(at(101)))),
                newer,
                page(SCOPE, "s1", 0, "one", "two", "three"),
                end(SCOPE, "s1", at(102), 1, "one", "two", "three")));

        assertThat(database.rows("SELECT cardinality(failing) || ' ' || form FROM resource"))
                .containsOnly("0 32767")
                .hasSize(3);
        assertThat(database.rows("SELECT sum(unknown) FROM tally WHERE control = 1"))
                .containsExactly("3");
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void aFailureStaysOpenWhileItsConfigurationIsRefused() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), one.unencrypted(), two));

        bench.ingest(runWith(broken(item("s1", one.observed(at(101))))));

        assertThat(database.nonPasses("one"))
                .filteredOn(each -> each.control() == 1)
                .singleElement()
                .satisfies(each -> assertThat(each.isFinding()).isTrue());
    }

    @Test
    void aRefusedItemThatNamesNoResourceLeavesItsRunIncomplete() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), one, two));
        ProducerRecord<String, byte[]> nameless = item("s1", one.unencrypted().observed(at(101)));
        nameless.headers().remove(EventHeaders.RID).add(EventHeaders.RID, EventHeaders.bytes("one"));

        bench.ingest(runWith(nameless));

        assertThat(database.resourceIds()).containsExactly("one", "two");
        assertThat(database.rows(
                        "SELECT concat_ws(' ', last_complete_run, last_outcome, last_reason) FROM scope_state"))
                .singleElement()
                .asString()
                .startsWith("s0#1 FAILED one of its resources was refused, and nobody can tell which: header ce_rid");
    }

    @Test
    void aRefusedItemOfAnEarlierRunChangesNothing() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), one, two), completeRun(SCOPE, "s1", at(100), one, two));
        String decided = database.decided();

        bench.ingest(List.of(broken(item("s0", one.unencrypted().observed(at(1))))));

        assertThat(database.decided()).isEqualTo(decided);
    }

    @Test
    void theSameRefusedItemAgainWritesNothing() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), one, two));
        bench.ingest(runWith(broken(item("s1", one.observed(at(101))))));
        String decided = database.decided();

        bench.restart().ingest(runWith(broken(item("s1", one.observed(at(101))))));

        assertThat(database.decided()).isEqualTo(decided);
    }

    /** A complete run "s1" of both buckets, of which the first comes as given. */
    private List<ProducerRecord<String, byte[]>> runWith(ProducerRecord<String, byte[]> first) {
        return List.of(
                begin(SCOPE, "s1", at(100)),
                first,
                item("s1", two.observed(at(101))),
                page(SCOPE, "s1", 0, "one", "two"),
                end(SCOPE, "s1", at(102), 1, "one", "two"));
    }

    private static ProducerRecord<String, byte[]> broken(ProducerRecord<String, byte[]> item) {
        item.headers().remove(EventHeaders.DIGEST).add(EventHeaders.DIGEST, EventHeaders.bytes("1:" + "ab".repeat(16)));
        return new ProducerRecord<>(
                item.topic(), null, item.key(), "{\"not\":\"an item\"}".getBytes(UTF_8), item.headers());
    }
}
