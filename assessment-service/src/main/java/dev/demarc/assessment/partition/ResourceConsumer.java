package dev.demarc.assessment.partition;

import dev.demarc.assessment.bus.KafkaClients;
import dev.demarc.contracts.event.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One thread that polls {@code demarc.resources} for all partitions that the group gives us, with a
 * {@link PartitionLoop} for each. Where a loop goes on is the database's to say: the offsets that Kafka is told are for
 * lag only. A partition is paused until its loop asks for records, and while its queue is full.
 */
final class ResourceConsumer implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ResourceConsumer.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration TELL_KAFKA = Duration.ofSeconds(2);
    private static final int MOST_OF_A_POLL = 500;
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration END = Duration.ofSeconds(10);

    private record Member(PartitionLoop loop, Thread thread) {}

    private record Seek(
            PartitionLoop loop,
            long generation,
            long offset,
            @Nullable Integer leaderEpoch) {}

    private final LoopParts parts;
    private final Thread.UncaughtExceptionHandler onDeath;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Member> members = new HashMap<>();
    private final Map<PartitionLoop, Long> delivering = new HashMap<>();
    private final Queue<Seek> seeks = new ConcurrentLinkedQueue<>();
    private final Duration heartbeat;
    private long nextTelling = System.nanoTime();
    private long lastPoll = System.nanoTime();
    private long confirmFrom = System.nanoTime();
    private volatile boolean closing;

    ResourceConsumer(LoopParts parts, KafkaClients clients, Thread.UncaughtExceptionHandler onDeath) {
        this.parts = parts;
        this.onDeath = onDeath;
        heartbeat = parts.config().sessionTimeout().dividedBy(3);
        int session = Math.toIntExact(parts.config().sessionTimeout().toMillis());
        consumer = clients.consumer(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                parts.config().group(),
                ConsumerConfig.CLIENT_ID_CONFIG,
                "assessment-resources",
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
    public void close() {
        closing = true;
        consumer.wakeup();
    }

    @Override
    public void run() {
        try (consumer) {
            consumer.subscribe(List.of(Topic.RESOURCES.topicName()), new Assignment());
            while (!closing) {
                poll();
            }
        } finally {
            List.copyOf(members.keySet()).forEach(this::end);
        }
    }

    private void poll() {
        try {
            seek();
            balance();
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (TopicPartition place : records.partitions()) {
                PartitionLoop loop = member(place).loop();
                loop.queue().offer(delivering.getOrDefault(loop, -1L), records.records(place));
            }
            confirm();
            tellKafka();
        } catch (WakeupException | InterruptException e) {
            LOG.debug("Woken to end");
        } catch (OffsetOutOfRangeException e) {
            e.partitions().forEach(this::diverge);
        } catch (KafkaException e) {
            LOG.warnf("Resources cannot be read now: %s", e.getMessage());
            waitAWhile();
        }
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

    private void seek() {
        for (Seek seek = seeks.poll(); seek != null; seek = seeks.poll()) {
            TopicPartition place = place(seek.loop());
            Member member = members.get(place);
            if (member != null && member.loop() == seek.loop()) {
                consumer.seek(place, new OffsetAndMetadata(seek.offset(), Optional.ofNullable(seek.leaderEpoch()), ""));
                delivering.put(seek.loop(), seek.generation());
            }
        }
    }

    private void balance() {
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

    private void diverge(TopicPartition place) {
        Member member = members.get(place);
        if (member != null) {
            LOG.warnf("%s: Kafka has no longer what stood at our offset", place);
            hold(place, member.loop());
            member.loop().diverge();
        }
    }

    /** Fetches nothing of a partition until its loop says from where. */
    private void hold(TopicPartition place, PartitionLoop loop) {
        delivering.remove(loop);
        consumer.pause(List.of(place));
        consumer.seek(place, 0);
    }

    private void tellKafka() {
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

    private void begin(TopicPartition place) {
        PartitionLoop loop = new PartitionLoop(place.partition(), parts, this::ask);
        Thread thread = new Thread(loop, "partition-" + place.partition());
        thread.setUncaughtExceptionHandler(onDeath);
        members.put(place, new Member(loop, thread));
        hold(place, loop);
        thread.start();
    }

    private void ask(PartitionLoop loop, long generation, long offset, @Nullable Integer leaderEpoch) {
        seeks.add(new Seek(loop, generation, offset, leaderEpoch));
    }

    private void leave(TopicPartition place) {
        Member member = members.remove(place);
        if (member != null) {
            delivering.remove(member.loop());
            member.loop().close();
        }
    }

    private void end(TopicPartition place) {
        Thread thread = member(place).thread();
        leave(place);
        try {
            thread.join(END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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

    private static void waitAWhile() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Assignment implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> places) {
            places.forEach(ResourceConsumer.this::begin);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> places) {
            places.forEach(ResourceConsumer.this::leave);
        }
    }
}
