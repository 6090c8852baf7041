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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClockSkewTest {
    private static final long HOURS = Duration.ofHours(7).toSeconds();

    private final Bucket one = Bucket.named("one");
    private final Bucket two = Bucket.named("two");
    private final Workbench bench = Workbench.open();
    private final Database database = bench.database();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aRunOfAScannerWhoseClockIsAheadDoesNotSilenceTheNext() {
        bench.brokerAt(at(0)).ingest(completeRun(SCOPE, "ahead", at(HOURS), one, two));

        bench.brokerAt(at(60)).ingest(completeRun(SCOPE, "right", at(60), one.unencrypted()));

        assertThat(database.resourceIds()).containsExactly("one");
        assertThat(database.rows("SELECT failing FROM resource")).containsExactly("{1,4}");
        assertThat(database.rows("SELECT last_complete_run FROM scope_state")).containsExactly("right#1");
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void aFailedRunThatBeganInTheFutureDoesNotSilenceTheNext() {
        bench.brokerAt(at(0))
                .ingest(List.of(
                        begin(SCOPE, "ahead", at(3 * HOURS)),
                        end(SCOPE, "ahead", at(3 * HOURS + 1), Outcome.FAILED, "clock is ahead", null)));

        bench.brokerAt(at(60)).ingest(completeRun(SCOPE, "right", at(60), one));

        assertThat(database.rows("SELECT last_outcome FROM scope_state")).containsExactly("COMPLETE");
    }

    @Test
    void aScannerWhoseClockIsBehindIsHeard() {
        bench.brokerAt(at(0)).ingest(completeRun(SCOPE, "right", at(0), one, two));

        bench.brokerAt(at(60)).ingest(completeRun(SCOPE, "behind", at(60 - HOURS), one.unencrypted()));

        assertThat(database.resourceIds()).containsExactly("one");
        assertThat(database.rows("SELECT failing FROM resource")).containsExactly("{1,4}");
        assertThat(instant("SELECT observed_at FROM resource")).isEqualTo(at(60));
        assertThat(instant("SELECT last_complete_at FROM scope_state")).isEqualTo(at(60));
    }

    @Test
    void whatAScannerAheadObservedIsStoredByTheTimeOfTheBus() {
        bench.brokerAt(at(0)).ingest(completeRun(SCOPE, "ahead", at(HOURS), one));

        assertThat(instant("SELECT observed_at FROM resource")).isEqualTo(at(0));
        assertThat(database.number("SELECT ahead FROM run")).isEqualTo(HOURS * 1_000_000);
    }

    @Test
    void anOlderFileImportedLaterOverwritesNothing() {
        bench.brokerAt(at(HOURS)).ingest(file("newer", at(600), two));

        bench.brokerAt(at(HOURS + 60)).ingest(file("older", at(300), one));

        assertThat(database.resourceIds()).containsExactly("two");
        assertThat(database.rows("SELECT last_complete_run FROM scope_state")).containsExactly("newer#1");
    }

    @Test
    void aNewerFileImportedAtOnceAfterAnOlderSpeaks() {
        bench.brokerAt(at(HOURS)).ingest(file("older", at(300), one));

        bench.ingest(file("newer", at(600), two));

        assertThat(database.resourceIds()).containsExactly("two");
    }

    private static List<ProducerRecord<String, byte[]>> file(String scan, Instant delivered, Bucket bucket) {
        return List.of(
                begin(SCOPE, scan, Source.SNAPSHOT, delivered),
                item(scan, bucket.observed(delivered.plusSeconds(1))),
                page(SCOPE, scan, 0, bucket.id()),
                end(SCOPE, scan, delivered.plusSeconds(2), 1, bucket.id()));
    }

    private Instant instant(String sql) {
        return Instant.ofEpochSecond(
                database.number("SELECT extract(epoch FROM t.x)::bigint FROM (%s) t (x)".formatted(sql)));
    }
}
