package dev.demarc.gateway.deadletter;

import dev.demarc.contracts.event.Topic;
import dev.demarc.gateway.problem.ServiceFaultException;
import dev.demarc.gateway.problem.TooManyException;
import dev.demarc.shell.kafka.KafkaClients;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The dead letters of all topics, read from Kafka each time that somebody asks; of messages none is held. */
@Singleton
class LetterBox {
    /** How many letters are told of; the newest of more. */
    static final int MOST = 10_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A gigabyte of them, unpacked, takes some ten seconds. */
    private static final Duration TIME_TO_READ = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final String KAFKA = "Kafka";

    private final KafkaClients clients;
    private final Semaphore reading = new Semaphore(1);
    private @Nullable Producer<String, byte[]> producer;

    LetterBox(KafkaClients clients) {
        this.clients = clients;
    }

    /** The newest first; read for one at a time, since messages are large while they pass. */
    List<Letter> letters() {
        if (!tryToRead()) {
            throw new TooManyException("the dead letters are read for another, which takes long");
        }
        try {
            return read();
        } finally {
            reading.release();
        }
    }

    /** Sends its message to where it stood and takes it out; nothing where another took it out meanwhile. */
    void replay(Letter letter) {
        message(letter).flatMap(Letter::original).ifPresent(original -> {
            send(original);
            drop(letter);
        });
    }

    void drop(Letter letter) {
        send(letter.tombstone());
    }

    private boolean tryToRead() {
        try {
            return reading.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<Letter> read() {
        Map<String, Letter> letters = new LinkedHashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> places = places(consumer);
            consumer.assign(places);
            consumer.seekToBeginning(places);
            Map<TopicPartition, Long> ends = consumer.endOffsets(places, PATIENCE);
            long until = System.nanoTime() + TIME_TO_READ.toNanos();
            while (isBehind(consumer, ends)) {
                if (System.nanoTime() > until) {
                    throw ServiceFaultException.slow(KAFKA, "dead letters could not be read within " + TIME_TO_READ);
                }
                consumer.poll(POLL).forEach(message -> keep(letters, message));
            }
        } catch (KafkaException e) {
            throw ServiceFaultException.away(KAFKA, String.valueOf(e.getMessage()));
        }
        return letters.values().stream()
                .sorted(Comparator.comparing((Letter letter) -> letter.view().at())
                        .reversed())
                .toList();
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }

    private static List<TopicPartition> places(KafkaConsumer<String, byte[]> consumer) {
        var present = consumer.listTopics(PATIENCE);
        return Arrays.stream(Topic.values())
                .filter(Topic::holdsDeadLetters)
                .flatMap(topic -> present.getOrDefault(topic.topicName(), List.of()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static boolean isBehind(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue());
    }

    private static void keep(Map<String, Letter> letters, ConsumerRecord<String, byte[]> message) {
        String id = Letter.id(message);
        letters.remove(id);
        if (message.value() != null) {
            letters.put(id, Letter.of(message));
        }
        if (letters.size() > MOST) {
            letters.remove(letters.keySet().iterator().next());
        }
    }

    /** What stands at the letter's place, empty where Kafka has removed it since it was seen. */
    private Optional<ConsumerRecord<String, byte[]>> message(Letter letter) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.assign(List.of(letter.place()));
            consumer.seek(letter.place(), letter.offset());
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < until) {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
                    return message.offset() == letter.offset() ? Optional.of(message) : Optional.empty();
                }
            }
            throw ServiceFaultException.slow(KAFKA, "a dead letter could not be read within " + PATIENCE);
        } catch (KafkaException e) {
            throw ServiceFaultException.away(KAFKA, String.valueOf(e.getMessage()));
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return clients.consumer("demarc-letter-box", Map.of());
    }

    private void send(ProducerRecord<String, byte[]> message) {
        try {
            producer().send(message).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw ServiceFaultException.away(KAFKA, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceFaultException.away(KAFKA, "interrupted");
        }
    }

    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = clients.producer("demarc-letter-box", Map.of());
        }
        return producer;
    }
}
