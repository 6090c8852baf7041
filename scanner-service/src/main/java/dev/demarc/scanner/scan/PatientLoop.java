package dev.demarc.scanner.scan;

import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.event.UnknownEventTypeException;
import dev.demarc.scanner.run.BusException;
import dev.demarc.shell.kafka.DeadLetter;
import dev.demarc.shell.kafka.DeadLetters;
import dev.demarc.shell.loop.Step;
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
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes one message after the other and keeps polling, paused, while each is worked on, however long that takes. A
 * message is committed once its work is done; a killed loop's message is taken by another. What Kafka does not take is
 * tried again; what cannot be understood goes to the dead letters.
 */
final class PatientLoop implements Step {
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
    private final DeadLetters letters;
    private final ExecutorService worker = Executors.newCachedThreadPool();
    private final List<Consumer<String, byte[]>> consumers = new ArrayList<>();
    private @Nullable Running running;

    /** A message that is worked on. */
    private record Running(
            Consumer<String, byte[]> consumer, ConsumerRecord<String, byte[]> message, Future<Result> result) {
        TopicPartition partition() {
            return new TopicPartition(message.topic(), message.partition());
        }
    }

    private enum Result {
        DONE,
        AGAIN,
        LOST
    }

    /** @param byPriority makes the consumers, that of the most urgent topic first */
    PatientLoop(
            List<Supplier<Consumer<String, byte[]>>> byPriority, Work work, Topic deadLetters, DeadLetters letters) {
        this.byPriority = List.copyOf(byPriority);
        this.work = work;
        this.deadLetters = deadLetters;
        this.letters = letters;
    }

    @Override
    public Duration turn() throws InterruptedException {
        if (consumers.isEmpty()) {
            byPriority.forEach(make -> consumers.add(make.get()));
        }
        Running now = running;
        return now == null ? take() : watch(now);
    }

    @Override
    public void failed(Throwable fault) {
        Running now = running;
        running = null;
        if (now != null) {
            now.result().cancel(true);
        }
        consumers.forEach(consumer -> consumer.close(CloseOptions.timeout(BACK_OFF)));
        consumers.clear();
    }

    @Override
    public void close() {
        worker.shutdownNow();
        consumers.forEach(consumer -> consumer.close(CloseOptions.timeout(BACK_OFF)));
    }

    private Duration take() {
        for (Consumer<String, byte[]> consumer : consumers) {
            ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
            if (!polled.isEmpty()) {
                ConsumerRecord<String, byte[]> first = polled.iterator().next();
                rewind(consumer, polled, first);
                running = new Running(consumer, first, worker.submit(() -> carryOut(first)));
                return Duration.ZERO;
            }
        }
        return Duration.ZERO;
    }

    private Duration watch(Running now) throws InterruptedException {
        Result result = resultOf(now.result(), now.message());
        if (result == null) {
            consumers.forEach(PatientLoop::stayAlive);
            if (now.consumer().assignment().contains(now.partition())) {
                return Duration.ZERO;
            }
            now.result().cancel(true);
            result = Result.LOST;
        }
        running = null;
        consumers.forEach(consumer -> consumer.resume(consumer.paused()));
        return finish(now, result);
    }

    /** @return how long to wait before the next */
    private static Duration finish(Running now, Result result) {
        if (!now.consumer().assignment().contains(now.partition())) {
            return Duration.ZERO;
        }
        long offset = now.message().offset();
        return switch (result) {
            case DONE -> {
                now.consumer().commitSync(Map.of(now.partition(), new OffsetAndMetadata(offset + 1)));
                now.consumer().seek(now.partition(), offset + 1);
                yield Duration.ZERO;
            }
            case AGAIN -> {
                now.consumer().seek(now.partition(), offset);
                yield BACK_OFF;
            }
            case LOST -> {
                LOG.infof("%s is read by another worker now", now.message().key());
                yield Duration.ZERO;
            }
        };
    }

    private @Nullable Result resultOf(Future<Result> result, ConsumerRecord<String, byte[]> message)
            throws InterruptedException {
        try {
            return result.get(POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return null;
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
        try {
            letters.send(deadLetters, List.of(new DeadLetter(message, reason)));
            return Result.DONE;
        } catch (KafkaException e) {
            LOG.warnf("%s is tried again, since its dead letter could not be sent: %s", message.key(), e.getMessage());
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
}
