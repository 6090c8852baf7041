package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.begin;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static dev.demarc.assessment.partition.Inputs.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.contracts.event.EventHeaders;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class IngestionTest {
    @Test
    void bringsARunIntoOneTransaction() {
        try (Workbench bench = Workbench.open()) {
            bench.ingest(completeRun(
                    SCOPE, "s", at(0), Bucket.named("good"), Bucket.named("bad").unencrypted()));

            Database database = bench.database();
            assertThat(database.resourceIds()).containsExactly("bad", "good");
            assertThat(database.rows("SELECT failing FROM resource ORDER BY resource_id"))
                    .containsExactly("{1,4}", "{}");
            assertThat(database.rows("SELECT concat_ws(' ', control, party, pass, fail) FROM tally ORDER BY control"))
                    .containsExactly("1 2 1 1", "2 2 2 0", "3 2 2 0", "4 1 1 1", "5 2 2 0");
            assertThat(database.rows(
                            "SELECT concat_ws(' ', last_complete_run, last_outcome, resources) FROM scope_state"))
                    .containsExactly("s#1 COMPLETE 2");
            assertThat(database.number("SELECT next_offset FROM partition_state"))
                    .isEqualTo(5);
            assertThat(database.number("SELECT count(*) FROM scorecard_due")).isEqualTo(1);
            assertThat(database.number("SELECT count(*) FROM run_page")).isZero();
            assertThat(bench.disagreements()).isEmpty();
        }
    }

    @Test
    void aChangeThatOnlyTheUpperHalfOfItsDigestTellsIsTakenIn() {
        try (Workbench bench = Workbench.open()) {
            ProducerRecord<String, byte[]> before =
                    item("s", Bucket.named("one").observed(at(1)));
            ProducerRecord<String, byte[]> after =
                    item("s", Bucket.named("one").unencrypted().observed(at(2)));
            bench.ingest(List.of(begin(SCOPE, "s", at(0)), withDigest(before, "0".repeat(16))));

            bench.ingest(List.of(withDigest(after, "8" + "0".repeat(15))));

            assertThat(bench.database().rows("SELECT failing FROM resource")).containsExactly("{1,4}");
        }
    }

    @Test
    void aLateWriteOfAnInstanceThatLostItsPartitionFailsWhole() {
        try (Workbench bench = Workbench.open()) {
            bench.ingest(completeRun(SCOPE, "s0", at(0), Bucket.named("one")));
            Fence lost = bench.fence();
            bench.restart();
            String decided = bench.database().decided();

            assertThatThrownBy(() -> bench.instance()
                            .ingestion()
                            .ingest(
                                    lost,
                                    new PartitionMemory(1),
                                    bench.judging(),
                                    Workbench.records(
                                            completeRun(SCOPE, "s1", at(100), Bucket.named("two")), lost.offset())))
                    .isInstanceOf(FenceLostException.class)
                    .hasMessageContaining("fence 2, ours 1");
            assertThat(bench.database().decided()).isEqualTo(decided);
        }
    }

    @Test
    void aWriteFromAnotherOffsetThanTheStoredOneFailsWhole() {
        try (Workbench bench = Workbench.open()) {
            bench.database().update("UPDATE partition_state SET next_offset = 7");

            assertThatThrownBy(() -> bench.ingest(completeRun(SCOPE, "s", at(0), Bucket.named("one"))))
                    .isInstanceOf(FenceLostException.class)
                    .hasMessageContaining("stands at offset 7 and not at 0");
            assertThat(bench.database().resourceIds()).isEmpty();
        }
    }

    private static ProducerRecord<String, byte[]> withDigest(ProducerRecord<String, byte[]> item, String upperHalf) {
        item.headers()
                .remove(EventHeaders.DIGEST)
                .add(EventHeaders.DIGEST, EventHeaders.bytes("1:" + upperHalf + "0123456789abcdef"));
        return item;
    }
}
