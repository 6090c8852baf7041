package dev.demarc.scanner.scan;

import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.event.UnknownEventTypeException;
import dev.demarc.scanner.run.Bus;
import dev.demarc.scanner.run.BusException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes one message after the other and keeps polling, paused, while each is worked on, however long that takes. A
 * message is committed once its work is done; a killed loop's message is taken by another. What Kafka does not take is
 * tried again; what cannot be understood goes to the dead letters.
 */
final class PatientLoop implements Runnable, AutoCloseable {
    /** Works on one message; throws {@link BusException} to have it again. */
    interface Work {
        void carryOut(ConsumerRecord<String, byte[]> message);
    }

    private static final Logger LOG = Logger.getLogger(PatientLoop.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration BACK_OFF = Duration.ofSeconds(2);

    private final List<Supplier<Consumer<String, byte[]>>> byPriority;
    private final Work work;
    private final Topic deadLetters;
    private final Bus bus;
    private final ExecutorService worker = Executors.newCachedThreadPool();
    private volatile boolean closed;

    private enum Result {
        DONE,
        AGAIN,
        LOST
    }

    /** @param byPriority makes the consumers, that of the most urgent topic first */
    PatientLoop(List<Supplier<Consumer<String, byte[]>>> byPriority, Work work, Topic deadLetters, Bus bus) {
        this.byPriority = List.copyOf(byPriority);
        this.work = work;
        this.deadLetters = deadLetters;
        this.bus = bus;
    }

    @Override
    public void run() {
        while (!closed) {
            List<Consumer<String, byte[]>> consumers = new ArrayList<>();
            try {
                byPriority.forEach(make -> consumers.add(make.get()));
                loop(consumers);
            } catch (KafkaException e) {
                LOG.warnf("Kafka is away, trying again: %s", e.getMessage());
                backOff();
            } finally {
                consumers.forEach(
                        consumer -> consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(BACK_OFF)));
            }
        }
        worker.shutdownNow();
    }

    @Override
    public void close() {
        closed = true;
    }

    private void loop(List<Consumer<String, byte[]>> consumers) {
        while (!closed) {
            for (Consumer<String, byte[]> consumer : consumers) {
                ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
                if (!polled.isEmpty()) {
                    ConsumerRecord<String, byte[]> first = polled.iterator().next();
                    rewind(consumer, polled, first);
                    finish(consumer, first, carryOut(consumers, consumer, first));
                    break;
                }
            }
        }
    }

    private static void finish(
            Consumer<String, byte[]> consumer, ConsumerRecord<String, byte[]> message, Result result) {
        TopicPartition partition = new TopicPartition(message.topic(), message.partition());
        if (!consumer.assignment().contains(partition)) {
            return;
        }
        switch (result) {
            case DONE -> {
                consumer.commitSync(Map.of(partition, new OffsetAndMetadata(message.offset() + 1)));
                consumer.seek(partition, message.offset() + 1);
            }
            case AGAIN -> {
                backOff();
                consumer.seek(partition, message.offset());
            }
            case LOST -> LOG.infof("%s is read by another worker now", message.key());
        }
    }

    private Result carryOut(
            List<Consumer<String, byte[]>> consumers,
            Consumer<String, byte[]> owner,
            ConsumerRecord<String, byte[]> message) {
        TopicPartition partition = new TopicPartition(message.topic(), message.partition());
        Future<Result> running = worker.submit(() -> carryOut(message));
        try {
            while (true) {
                Result result = resultOf(running, message);
                if (result != null) {
                    return result;
                }
                consumers.forEach(PatientLoop::stayAlive);
                if (closed || !owner.assignment().contains(partition)) {
                    running.cancel(true);
                    return Result.LOST;
                }
            }
        } finally {
            consumers.forEach(consumer -> consumer.resume(consumer.paused()));
        }
    }

    private @Nullable Result resultOf(Future<Result> running, ConsumerRecord<String, byte[]> message) {
        try {
            return running.get(POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Result.LOST;
        } catch (ExecutionException e) {
            LOG.error("a defect of the scanner", e.getCause());
            return bury(message, "a defect of the scanner: " + e.getCause());
        }
    }

    private Result carryOut(ConsumerRecord<String, byte[]> message) {
        try {
            work.carryOut(message);
            return Result.DONE;
        } catch (BusException e) {
            LOG.warnf("%s is tried again: %s", message.key(), e.getMessage());
            return Result.AGAIN;
        } catch (CancellationException e) {
            return Result.LOST;
        } catch (MalformedRecordException | UnknownEventTypeException | IllegalArgumentException e) {
            return bury(message, String.valueOf(e.getMessage()));
        }
    }

    private Result bury(ConsumerRecord<String, byte[]> message, String reason) {
        LOG.errorf("%s goes to %s: %s", message.key(), deadLetters, reason);
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(deadLetters.topicName(), null, message.key(), message.value(), message.headers());
        letter.headers().add(EventHeaders.REASON, EventHeaders.bytes(reason));
        letter.headers()
                .add(
                        EventHeaders.ORIGIN,
                        EventHeaders.bytes(
                                "%s/%d/%d".formatted(message.topic(), message.partition(), message.offset())));
        try {
            bus.confirmed(letter);
            return Result.DONE;
        } catch (BusException e) {
            return Result.AGAIN;
        }
    }

    /** Polls without taking anything. */
    private static void stayAlive(Consumer<String, byte[]> consumer) {
        consumer.pause(consumer.assignment());
        ConsumerRecords<String, byte[]> polled = consumer.poll(Duration.ZERO);
        rewind(consumer, polled, null);
    }

    /** Goes back to the first of each partition's messages, except for the one that is taken now. */
    private static void rewind(
            Consumer<String, byte[]> consumer,
            ConsumerRecords<String, byte[]> polled,
            @Nullable ConsumerRecord<String, byte[]> taken) {
        for (TopicPartition partition : polled.partitions()) {
            ConsumerRecord<String, byte[]> first = polled.records(partition).get(0);
            if (!first.equals(taken)) {
                consumer.seek(partition, first.offset());
            }
        }
    }

    private static void backOff() {
        try {
            TimeUnit.MILLISECONDS.sleep(BACK_OFF.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
