package dev.demarc.gateway.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.event.Topic;
import dev.demarc.gateway.problem.NotReadyException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class BusReaderTest {
    private static final TopicPartition CATALOG = new TopicPartition(Topic.CATALOG.topicName(), 0);
    private static final TopicPartition FINDINGS = new TopicPartition(Topic.FINDINGS.topicName(), 0);

    private Instant now = Instant.parse("2026-06-01T00:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final BusStatus status = new BusStatus(clock, Duration.ofSeconds(10));
    private final Counter refused = new SimpleMeterRegistry().counter("refused");
    private final Remembering catalog = new Remembering(Topic.CATALOG, Feed.Start.BEGINNING);
    private final Remembering findings = new Remembering(Topic.FINDINGS, Feed.Start.END);
    private final FakeKafka kafka = new FakeKafka();
    private final BusReader reader =
            new BusReader(kafka, List.of(catalog, findings), status, new Settings(), clock, refused);

    @Test
    void saysWhichTopicsAreMissingAndGoesOnOnceTheyAreThere() {
        kafka.updatePartitions(CATALOG.topic(), List.of(info(CATALOG)));
        reader.step();
        assertThatThrownBy(status::requireReady)
                .isInstanceOf(NotReadyException.class)
                .hasMessage("The gateway waits for topics that do not exist yet: demarc.findings");

        topicsExist(0, 0);
        later(Duration.ofSeconds(1));
        reader.step();

        assertThat(status.waitingFor()).isNull();
    }

    @Test
    void isReadyOnlyWhenEverythingThatWasThereIsRead() {
        topicsExist(2, 5);
        reader.step();
        assertThat(status.waitingFor()).isEqualTo("2 records of the bus that are still to be read");

        kafka.addRecord(record(CATALOG, 0, "one"));
        kafka.addRecord(record(CATALOG, 1, "two"));
        reader.step();

        assertThat(status.waitingFor()).isNull();
        assertThat(catalog.keys).containsExactly("one, old", "two, old");
    }

    @Test
    void readsFindingsFromNowOnOnly() {
        topicsExist(0, 5);
        reader.step();

        kafka.addRecord(record(FINDINGS, 5, "new"));
        reader.step();

        assertThat(findings.keys).containsExactly("new, live");
    }

    @Test
    void leavesOutARecordThatCannotBeUnderstood() {
        topicsExist(2, 0);
        reader.step();

        kafka.addRecord(record(CATALOG, 0, "bad"));
        kafka.addRecord(record(CATALOG, 1, "good"));
        reader.step();

        assertThat(catalog.keys).containsExactly("good, old");
        assertThat(refused.count()).isEqualTo(1);
    }

    @Test
    void staysReadyAndTellsItsAgeWhenKafkaGoesAway() {
        topicsExist(0, 0);
        reader.step();
        assertThat(status.age()).isZero();
        assertThat(status.kafkaAnswers()).isTrue();

        kafka.away = true;
        for (int n = 0; n < 5; n++) {
            later(Duration.ofSeconds(5));
            reader.step();
        }

        status.requireReady();
        assertThat(status.age()).isEqualTo(Duration.ofSeconds(25));
        assertThat(status.kafkaAnswers()).isFalse();
    }

    private void topicsExist(long catalogRecords, long findingRecords) {
        kafka.updatePartitions(CATALOG.topic(), List.of(info(CATALOG)));
        kafka.updatePartitions(FINDINGS.topic(), List.of(info(FINDINGS)));
        kafka.updateBeginningOffsets(Map.of(CATALOG, 0L, FINDINGS, 0L));
        kafka.updateEndOffsets(Map.of(CATALOG, catalogRecords, FINDINGS, findingRecords));
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    private static PartitionInfo info(TopicPartition partition) {
        return new PartitionInfo(partition.topic(), partition.partition(), Node.noNode(), new Node[0], new Node[0]);
    }

    private static ConsumerRecord<String, byte[]> record(TopicPartition partition, long offset, String key) {
        return new ConsumerRecord<>(partition.topic(), partition.partition(), offset, key, new byte[0]);
    }

    /** Kafka as one consumer sees it; away, it does not answer. */
    private static final class FakeKafka extends MockConsumer<String, byte[]> {
        private boolean away;

        FakeKafka() {
            super("earliest");
        }

        @Override
        public Map<String, List<PartitionInfo>> listTopics(Duration timeout) {
            if (away) {
                throw new TimeoutException("nobody there");
            }
            return super.listTopics(timeout);
        }
    }

    /** Remembers the keys that it was fed and chokes on {@code bad}. */
    private static final class Remembering implements Feed {
        private final Topic topic;
        private final Start start;
        private final List<String> keys = new ArrayList<>();

        Remembering(Topic topic, Start start) {
            this.topic = topic;
            this.start = start;
        }

        @Override
        public Topic topic() {
            return topic;
        }

        @Override
        public Start start() {
            return start;
        }

        @Override
        public void accept(ConsumerRecord<String, byte[]> record, boolean live) {
            if (record.key().equals("bad")) {
                throw new IllegalArgumentException("bad");
            }
            keys.add(record.key() + (live ? ", live" : ", old"));
        }
    }

    private static final class Settings implements BusConfig {
        @Override
        public Duration recent() {
            return Duration.ofDays(2);
        }

        @Override
        public Duration checkEvery() {
            return Duration.ofSeconds(3);
        }

        @Override
        public Duration silence() {
            return Duration.ofSeconds(10);
        }
    }
}
