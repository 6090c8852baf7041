package dev.demarc.gateway.bus;

import dev.demarc.contracts.event.Topic;
import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Follows every feed's topic with one consumer: all partitions, no group, from each feed's start. */
final class BusReader {
    private static final Logger LOG = Logger.getLogger(BusReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ASK = Duration.ofSeconds(2);
    private static final Duration CHECK_WHILE_WAITING = Duration.ofMillis(500);

    private final Consumer<String, byte[]> consumer;
    private final Map<String, Feed> feeds;
    private final BusStatus status;
    private final BusConfig config;
    private final Clock clock;
    private final Counter refused;
    private final Map<TopicPartition, Long> endsAtStart = new HashMap<>();
    private boolean live;
    private boolean away;
    private @Nullable Instant checkedAt;

    BusReader(
            Consumer<String, byte[]> consumer,
            Collection<Feed> feeds,
            BusStatus status,
            BusConfig config,
            Clock clock,
            Counter refused) {
        this.consumer = consumer;
        this.feeds =
                feeds.stream().collect(Collectors.toMap(feed -> feed.topic().topicName(), Function.identity()));
        this.status = status;
        this.config = config;
        this.clock = clock;
        this.refused = refused;
    }

    /** One round: looks after the assignment when that is due, polls, and feeds what came. */
    void step() {
        if (checkIsDue()) {
            check();
        }
        if (consumer.assignment().isEmpty()) {
            return;
        }
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            status.contact();
            feed(record);
        }
        if (!live && !endsAtStart.isEmpty()) {
            tellHowFar();
        }
    }

    boolean isIdle() {
        return consumer.assignment().isEmpty();
    }

    private boolean checkIsDue() {
        Instant last = checkedAt;
        Duration every = live ? config.checkEvery() : CHECK_WHILE_WAITING;
        return last == null || !clock.instant().isBefore(last.plus(every));
    }

    private void check() {
        try {
            List<TopicPartition> present = partitions(consumer.listTopics(ASK));
            List<TopicPartition> added = new ArrayList<>(present);
            added.removeAll(consumer.assignment());
            if (!added.isEmpty()) {
                assign(added);
            }
            status.contact();
            if (away) {
                away = false;
                LOG.info("Kafka answers again");
            }
        } catch (TimeoutException e) {
            if (!away) {
                away = true;
                LOG.warnf("Kafka does not answer, what is in memory goes on being served: %s", e.getMessage());
            }
            status.waitFor("Kafka, which does not answer: " + e.getMessage());
        } finally {
            checkedAt = clock.instant();
        }
    }

    private List<TopicPartition> partitions(Map<String, List<PartitionInfo>> topics) {
        List<String> missing = feeds.keySet().stream()
                .filter(topic -> !topics.containsKey(topic))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            status.waitFor("topics that do not exist yet: " + String.join(", ", missing));
            return List.of();
        }
        return feeds.keySet().stream()
                .flatMap(topic -> topics.getOrDefault(topic, List.of()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private void assign(List<TopicPartition> added) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(added, ASK);
        Map<TopicPartition, Long> starts = starts(added, ends);
        List<TopicPartition> all = new ArrayList<>(consumer.assignment());
        all.addAll(added);
        consumer.assign(all);
        starts.forEach(consumer::seek);
        endsAtStart.putAll(ends);
    }

    private Map<TopicPartition, Long> starts(List<TopicPartition> added, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> starts = new HashMap<>(consumer.beginningOffsets(added, ASK));
        long recent = clock.instant().minus(config.recent()).toEpochMilli();
        Map<TopicPartition, Long> times = added.stream()
                .filter(partition -> start(partition) == Feed.Start.RECENT)
                .collect(Collectors.toMap(Function.identity(), partition -> recent));
        Map<TopicPartition, OffsetAndTimestamp> found =
                times.isEmpty() ? Map.of() : consumer.offsetsForTimes(times, ASK);
        for (TopicPartition partition : added) {
            long end = ends.getOrDefault(partition, 0L);
            switch (start(partition)) {
                case BEGINNING -> {}
                case RECENT -> {
                    OffsetAndTimestamp first = found.get(partition);
                    starts.put(partition, first == null ? end : first.offset());
                }
                case END -> starts.put(partition, end);
            }
        }
        return starts;
    }

    private Feed.Start start(TopicPartition partition) {
        Feed feed = feeds.get(partition.topic());
        return feed == null ? Feed.Start.END : feed.start();
    }

    private void feed(ConsumerRecord<String, byte[]> record) {
        Feed feed = feeds.get(record.topic());
        if (feed == null) {
            return;
        }
        try {
            feed.accept(record, live);
        } catch (RuntimeException e) {
            // Whatever is wrong with one record, memory goes on without it.
            refused.increment();
            LOG.warnf(
                    "%s partition %d offset %d, key %s, is left out: %s",
                    record.topic(), record.partition(), record.offset(), record.key(), e.getMessage());
        }
    }

    private void tellHowFar() {
        long left = 0;
        for (Map.Entry<TopicPartition, Long> end : endsAtStart.entrySet()) {
            left += Math.max(0, end.getValue() - consumer.position(end.getKey(), ASK));
        }
        if (left == 0) {
            live = true;
            status.ready();
            LOG.infof("The bus is read: %s", String.join(", ", topics()));
        } else {
            status.waitFor("%d records of the bus that are still to be read".formatted(left));
        }
    }

    private List<String> topics() {
        return feeds.values().stream()
                .map(Feed::topic)
                .map(Topic::topicName)
                .sorted()
                .toList();
    }
}
