package dev.demarc.assessment.bus;

import dev.demarc.contracts.event.Topic;
import dev.demarc.shell.kafka.DeadLetter;
import dev.demarc.shell.kafka.DeadLetters;
import dev.demarc.shell.kafka.KafkaClients;
import dev.demarc.shell.loop.Fault;
import dev.demarc.shell.loop.Step;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads a compacted topic from its beginning and on, without a group: every instance reads all of it. While Kafka or the
 * database is away a record waits; one that cannot be understood goes to dead letters, and the next is handled.
 */
public final class CompactedTopic implements Step {
    /** What is done with each record, again after a fault that waiting mends. */
    public interface Handler {
        void handle(ConsumerRecord<String, byte[]> message) throws SQLException;
    }

    private static final Logger LOG = Logger.getLogger(CompactedTopic.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration UNTIL_THERE = Duration.ofSeconds(1);

    private final Topic topic;
    private final Topic letters;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final DeadLetters deadLetters;
    private final Handler handler;
    private final Queue<ConsumerRecord<String, byte[]>> waiting = new ArrayDeque<>();
    private volatile @Nullable Consumer<String, byte[]> consumer;

    /** @param letters the topic of its dead letters */
    public CompactedTopic(Topic topic, Topic letters, KafkaClients clients, DeadLetters deadLetters, Handler handler) {
        this(topic, letters, () -> clients.consumer("assessment-" + topic, Map.of()), deadLetters, handler);
    }

    CompactedTopic(
            Topic topic,
            Topic letters,
            Supplier<Consumer<String, byte[]>> consumers,
            DeadLetters deadLetters,
            Handler handler) {
        this.topic = topic;
        this.letters = letters;
        this.consumers = consumers;
        this.deadLetters = deadLetters;
        this.handler = handler;
    }

    @Override
    public Duration turn() throws SQLException {
        Consumer<String, byte[]> reading = consumer();
        if (reading.assignment().isEmpty() && !assign(reading)) {
            return UNTIL_THERE;
        }
        if (waiting.isEmpty()) {
            poll(reading);
        }
        for (ConsumerRecord<String, byte[]> next = waiting.peek(); next != null; next = waiting.peek()) {
            handle(next);
            waiting.remove();
        }
        return Duration.ZERO;
    }

    @Override
    public void wake() {
        Consumer<String, byte[]> reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
    }

    @Override
    public void close() {
        Consumer<String, byte[]> reading = consumer;
        if (reading != null) {
            reading.close();
        }
    }

    private Consumer<String, byte[]> consumer() {
        Consumer<String, byte[]> made = consumer;
        if (made == null) {
            made = consumers.get();
            consumer = made;
        }
        return made;
    }

    private boolean assign(Consumer<String, byte[]> reading) {
        List<TopicPartition> partitions = reading.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        reading.assign(partitions);
        reading.seekToBeginning(partitions);
        return !partitions.isEmpty();
    }

    private void poll(Consumer<String, byte[]> reading) {
        try {
            reading.poll(POLL).forEach(waiting::add);
        } catch (WakeupException e) {
            LOG.debugf("%s: woken to end", topic);
        } catch (OffsetOutOfRangeException e) {
            LOG.warnf("%s was cut or made anew; reading it again from its beginning", topic);
            reading.seekToBeginning(e.partitions());
        }
    }

    private void handle(ConsumerRecord<String, byte[]> message) throws SQLException {
        try {
            handler.handle(message);
        } catch (SQLException | RuntimeException e) {
            if (Fault.of(e) == Fault.TRANSIENT) {
                throw e;
            }
            LOG.errorf(e, "%s at offset %d is put aside", topic, message.offset());
            deadLetters.send(letters, List.of(new DeadLetter(message, String.valueOf(e.getMessage()))));
        }
    }
}
