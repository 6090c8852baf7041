package dev.demarc.scanner.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.ScanFailed;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.contracts.scan.ScanRequest.Trigger;
import dev.demarc.contracts.scan.ScanTask;
import dev.demarc.scanner.run.Bus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RequestWorkTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:34:56Z");
    private static final Scope BUCKETS = new Scope("111122223333", "eu-central-1", "AWS::S3::Bucket");

    private final Recorded recorded = new Recorded();
    private final Deque<PlanException> faults = new ArrayDeque<>();
    private int attempts;

    @Test
    void sendsTheTasksOfWhatIsAskedForNow() {
        onDemand().carryOut(message(Trigger.REQUEST, NOW));

        assertThat(topicsOf(EventType.SCAN_TASK)).containsExactly(Topic.SCAN_TASKS_NOW.topicName());
    }

    @Test
    void tellsWhyAScanCannotBePlanned() {
        faults.add(new PlanException("throttled by AWS after all retries", true));

        onDemand().carryOut(message(Trigger.REQUEST, NOW));

        assertThat(recorded.all(EventType.SCAN_FAILED, ScanFailed.class))
                .containsExactly(new ScanFailed("scan", NOW, "throttled by AWS after all retries"));
        assertThat(recorded.types()).doesNotContain(EventType.SCAN_TASK);
    }

    @Test
    void losesNoSlotOfTheScheduleToFaultsThatPass() {
        faults.add(new PlanException("throttled by AWS after all retries", true));
        faults.add(new PlanException("throttled by AWS after all retries", true));
        faults.add(new PlanException("the credentials are expired or not valid (ExpiredToken)", false));

        scheduled().carryOut(message(Trigger.SCHEDULE, NOW));

        assertThat(attempts).isEqualTo(4);
        assertThat(recorded.all(EventType.SCAN_FAILED, ScanFailed.class))
                .extracting(ScanFailed::reason)
                .containsExactly(
                        "throttled by AWS after all retries",
                        "the credentials are expired or not valid (ExpiredToken)");
        assertThat(topicsOf(EventType.SCAN_TASK)).containsExactly(Topic.SCAN_TASKS.topicName());
    }

    @Test
    void leavesASlotThatIsOverToTheNext() {
        scheduled().carryOut(message(Trigger.SCHEDULE, NOW.minus(Duration.ofHours(25))));

        assertThat(attempts).isZero();
        assertThat(recorded.types()).isEmpty();
    }

    @Test
    void tellsThatNobodyPlannedARequestInTime() {
        onDemand().carryOut(message(Trigger.REQUEST, NOW.minus(Duration.ofHours(25))));

        assertThat(attempts).isZero();
        assertThat(recorded.all(EventType.SCAN_FAILED, ScanFailed.class))
                .extracting(ScanFailed::reason)
                .containsExactly("no scanner planned it within PT24H of its being asked for");
    }

    @Test
    void plansOnceWhatTwoReplicasAskedFor() {
        RequestWork work = scheduled();

        work.carryOut(message(Trigger.SCHEDULE, NOW));
        work.carryOut(message(Trigger.SCHEDULE, NOW));

        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void leavesTheCommandLineToItself() {
        onDemand().carryOut(message(Trigger.COMMAND_LINE, NOW));
        scheduled().carryOut(message(Trigger.IMPORT, NOW));

        assertThat(attempts).isZero();
    }

    private RequestWork onDemand() {
        return work(Set.of(Trigger.REQUEST, Trigger.CHANGE), Topic.SCAN_TASKS_NOW, Duration.ZERO);
    }

    private RequestWork scheduled() {
        return work(Set.of(Trigger.SCHEDULE), Topic.SCAN_TASKS, Duration.ofMillis(1));
    }

    private RequestWork work(Set<Trigger> triggers, Topic topic, Duration pause) {
        return new RequestWork(
                triggers,
                topic,
                this::plan,
                new Bus(recorded.producer()),
                Clock.fixed(NOW, ZoneOffset.UTC),
                Duration.ofHours(24),
                pause);
    }

    private List<ScanTask> plan(ScanRequest request, TraceParent trace) {
        attempts++;
        PlanException fault = faults.poll();
        if (fault != null) {
            throw fault;
        }
        return List.of(new ScanTask(BUCKETS, new RunId(request.id(), 1)));
    }

    private List<String> topicsOf(EventType type) {
        return recorded.producer().history().stream()
                .filter(sent -> Recorded.header(sent, "ce_type").equals(Optional.of(type.ceType())))
                .map(ProducerRecord::topic)
                .toList();
    }

    private static ConsumerRecord<String, byte[]> message(Trigger trigger, Instant requestedAt) {
        ScanRequest request = new ScanRequest("scan", requestedAt, trigger, List.of(), List.of(), List.of());
        ProducerRecord<String, byte[]> sent =
                Event.of(EventType.SCAN_REQUEST, request, "/test").to(Topic.SCANS, request.id(), requestedAt);
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                0,
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }
}
