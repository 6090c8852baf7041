package dev.demarc.assessment.bus;

import dev.demarc.contracts.event.Topic;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Reads a compacted topic from its beginning and on, without a group: every instance reads all of it. A fault of Kafka
 * or of the database is waited out and the record handled again.
 */
public final class CompactedTopic implements AutoCloseable {
    /** What is done with each record, again after a fault of the database. */
    public interface Handler {
        void handle(ConsumerRecord<String, byte[]> message) throws SQLException;
    }

    private static final Logger LOG = Logger.getLogger(CompactedTopic.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Topic topic;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Handler handler;
    private final BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(10));
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean closing;

    public CompactedTopic(Topic topic, KafkaClients clients, Handler handler) {
        this.topic = topic;
        this.handler = handler;
        consumer = clients.consumer(Map.of(
                ConsumerConfig.CLIENT_ID_CONFIG, "assessment-" + topic.name().toLowerCase(Locale.ROOT)));
        thread = new Thread(this::run, "read-" + topic);
    }

    public CompactedTopic start() {
        thread.start();
        return this;
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        ended.countDown();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            boolean assigned = false;
            while (!closing) {
                try {
                    assigned = assigned || assign();
                    poll(assigned);
                } catch (WakeupException | InterruptException e) {
                    LOG.debugf("%s: woken to end", topic);
                } catch (OffsetOutOfRangeException e) {
                    LOG.warnf("%s was cut or made anew; reading it again from its beginning", topic);
                    consumer.seekToBeginning(e.partitions());
                } catch (KafkaException e) {
                    LOG.warnf("%s cannot be read now: %s", topic, e.getMessage());
                    pause();
                }
            }
        }
    }

    private boolean assign() {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            pause();
            return false;
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return true;
    }

    private void poll(boolean assigned) {
        if (assigned) {
            ConsumerRecords<String, byte[]> messages = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> message : messages) {
                handle(message);
            }
        }
    }

    private void handle(ConsumerRecord<String, byte[]> message) {
        while (!closing) {
            try {
                handler.handle(message);
                backOff.succeeded();
                return;
            } catch (SQLException | KafkaException e) {
                LOG.warnf("%s waits: %s", topic, e.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (ended.await(backOff.next().toMillis(), TimeUnit.MILLISECONDS)) {
                closing = true;
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }
}
