package dev.demarc.assessment.partition;

import dev.demarc.contracts.event.Topic;
import dev.demarc.shell.kafka.KafkaClients;
import dev.demarc.shell.loop.BackOff;
import dev.demarc.shell.loop.Loop;
import dev.demarc.shell.loop.Loops;
import dev.demarc.shell.loop.Step;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One loop that polls {@code demarc.resources} for all partitions that the group gives us, with a
 * {@link PartitionLoop} for each. Where a loop goes on is the database's to say: the offsets that Kafka is told are for
 * lag only. A partition is paused until its loop asks for records, and while its queue is full.
 */
final class ResourceConsumer implements Step {
    private static final Logger LOG = Logger.getLogger(ResourceConsumer.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration TELL_KAFKA = Duration.ofSeconds(2);
    private static final int MOST_OF_A_POLL = 500;
    private static final Duration GRACE = Duration.ofSeconds(1);

    private record Member(PartitionLoop loop, Loop thread) {}

    private record Seek(
            PartitionLoop loop,
            long generation,
            long offset,
            @Nullable Integer leaderEpoch) {}

    private final LoopParts parts;
    private final Loops loops;
    private final Supplier<KafkaConsumer<String, byte[]>> consumers;
    private final Map<TopicPartition, Member> members = new HashMap<>();
    private final Map<PartitionLoop, Long> delivering = new HashMap<>();
    private final Queue<Seek> seeks = new ConcurrentLinkedQueue<>();
    private final Duration heartbeat;
    private long nextTelling = System.nanoTime();
    private long lastPoll = System.nanoTime();
    private long confirmFrom = System.nanoTime();
    private volatile @Nullable KafkaConsumer<String, byte[]> made;

    ResourceConsumer(LoopParts parts, KafkaClients clients, Loops loops) {
        this.parts = parts;
        this.loops = loops;
        heartbeat = parts.config().sessionTimeout().dividedBy(3);
        int session = Math.toIntExact(parts.config().sessionTimeout().toMillis());
        consumers = () -> clients.consumer(
                "assessment-resources",
                Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        parts.config().group(),
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                        CooperativeStickyAssignor.class.getName(),
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        Math.min(MOST_OF_A_POLL, parts.config().batch()),
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        session,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                        session / 3));
    }

    @Override
    public void wake() {
        KafkaConsumer<String, byte[]> polling = made;
        if (polling != null) {
            polling.wakeup();
        }
    }

    @Override
    public Duration turn() {
        KafkaConsumer<String, byte[]> consumer = consumer();
        try {
            seek(consumer);
            balance(consumer);
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (TopicPartition place : records.partitions()) {
                PartitionLoop loop = member(place).loop();
                loop.queue().offer(delivering.getOrDefault(loop, -1L), records.records(place));
            }
            confirm();
            tellKafka(consumer);
        } catch (WakeupException e) {
            LOG.debug("Woken to end");
        } catch (OffsetOutOfRangeException e) {
            e.partitions().forEach(place -> diverge(consumer, place));
        }
        return Duration.ZERO;
    }

    @Override
    public void close() {
        List.copyOf(members.values()).forEach(member -> member.thread().close());
        KafkaConsumer<String, byte[]> polling = made;
        if (polling != null) {
            polling.close();
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        KafkaConsumer<String, byte[]> polling = made;
        if (polling == null) {
            polling = consumers.get();
            polling.subscribe(List.of(Topic.RESOURCES.topicName()), new Assignment(polling));
            made = polling;
        }
        return polling;
    }

    /** After a pause the group may have given our partitions away, which takes the client a moment to hear. */
    private void confirm() {
        long now = System.nanoTime();
        if (now - lastPoll > heartbeat.toNanos()) {
            confirmFrom = now + GRACE.toNanos();
        }
        lastPoll = now;
        if (now >= confirmFrom) {
            members.values().forEach(member -> member.loop().confirm());
        }
    }

    private void seek(KafkaConsumer<String, byte[]> consumer) {
        for (Seek seek = seeks.poll(); seek != null; seek = seeks.poll()) {
            TopicPartition place = place(seek.loop());
            Member member = members.get(place);
            if (member != null && member.loop() == seek.loop()) {
                consumer.seek(place, new OffsetAndMetadata(seek.offset(), Optional.ofNullable(seek.leaderEpoch()), ""));
                delivering.put(seek.loop(), seek.generation());
            }
        }
    }

    private void balance(KafkaConsumer<String, byte[]> consumer) {
        members.forEach((place, member) -> {
            boolean flows = delivering.containsKey(member.loop())
                    && !member.loop().queue().isFull();
            if (flows) {
                consumer.resume(List.of(place));
            } else {
                consumer.pause(List.of(place));
            }
        });
    }

    private void diverge(KafkaConsumer<String, byte[]> consumer, TopicPartition place) {
        Member member = members.get(place);
        if (member != null) {
            LOG.warnf("%s: Kafka has no longer what stood at our offset", place);
            delivering.remove(member.loop());
            hold(consumer, place);
            member.loop().diverge();
        }
    }

    /** Fetches nothing of a partition until its loop says from where. */
    private static void hold(KafkaConsumer<String, byte[]> consumer, TopicPartition place) {
        consumer.pause(List.of(place));
        consumer.seek(place, 0);
    }

    private void tellKafka(KafkaConsumer<String, byte[]> consumer) {
        if (System.nanoTime() < nextTelling) {
            return;
        }
        nextTelling = System.nanoTime() + TELL_KAFKA.toNanos();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        members.forEach((place, member) -> {
            if (member.loop().position() >= 0) {
                offsets.put(place, new OffsetAndMetadata(member.loop().position()));
            }
        });
        if (!offsets.isEmpty()) {
            consumer.commitAsync(offsets, (told, failure) -> {
                if (failure != null) {
                    LOG.debugf("Kafka was not told our offsets: %s", failure.getMessage());
                }
            });
        }
    }

    private void begin(KafkaConsumer<String, byte[]> consumer, TopicPartition place) {
        PartitionLoop loop = new PartitionLoop(place.partition(), parts, this::ask);
        IngestConfig config = parts.config();
        hold(consumer, place);
        members.put(
                place,
                new Member(
                        loop,
                        loops.start(
                                "partition-" + place.partition(),
                                loop,
                                new BackOff(config.firstBackOff(), config.mostBackOff()))));
    }

    private void ask(PartitionLoop loop, long generation, long offset, @Nullable Integer leaderEpoch) {
        seeks.add(new Seek(loop, generation, offset, leaderEpoch));
    }

    private void leave(TopicPartition place) {
        Member member = members.remove(place);
        if (member != null) {
            delivering.remove(member.loop());
            member.thread().end();
        }
    }

    private Member member(TopicPartition place) {
        Member member = members.get(place);
        if (member == null) {
            throw new IllegalStateException(place + " is not ours");
        }
        return member;
    }

    private static TopicPartition place(PartitionLoop loop) {
        return new TopicPartition(Topic.RESOURCES.topicName(), loop.partition());
    }

    private final class Assignment implements ConsumerRebalanceListener {
        private final KafkaConsumer<String, byte[]> consumer;

        private Assignment(KafkaConsumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> places) {
            places.forEach(place -> begin(consumer, place));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> places) {
            places.forEach(ResourceConsumer.this::leave);
        }
    }
}
