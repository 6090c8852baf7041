package dev.demarc.gateway.deadletter;

import dev.demarc.contracts.event.Topic;
import dev.demarc.gateway.problem.ServiceFaultException;
import dev.demarc.shell.kafka.KafkaClients;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The dead letters of all topics, read from Kafka each time that somebody asks. */
@Singleton
class LetterBox {
    /** How many letters are held at a time; the newest of more. */
    static final int MOST = 10_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String KAFKA = "Kafka";

    private final KafkaClients clients;
    private @Nullable Producer<String, byte[]> producer;

    LetterBox(KafkaClients clients) {
        this.clients = clients;
    }

    /** The newest first. */
    List<Letter> letters() {
        Map<String, Letter> letters = new LinkedHashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = clients.consumer("demarc-letter-box", Map.of())) {
            List<TopicPartition> places = places(consumer);
            consumer.assign(places);
            consumer.seekToBeginning(places);
            Map<TopicPartition, Long> ends = consumer.endOffsets(places, PATIENCE);
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (isBehind(consumer, ends)) {
                if (System.nanoTime() > until) {
                    throw ServiceFaultException.slow(KAFKA, "dead letters could not be read within " + PATIENCE);
                }
                consumer.poll(Duration.ofMillis(200)).forEach(message -> keep(letters, message));
            }
        } catch (KafkaException e) {
            throw ServiceFaultException.away(KAFKA, String.valueOf(e.getMessage()));
        }
        return letters.values().stream()
                .sorted(Comparator.comparingLong(
                                (Letter letter) -> letter.message().timestamp())
                        .reversed())
                .toList();
    }

    /** Sends them to where they stood and takes them out, in their order. */
    void replay(Collection<Letter> letters) {
        for (Letter letter : letters) {
            letter.original().ifPresent(original -> {
                send(original);
                send(letter.tombstone());
            });
        }
    }

    void drop(Collection<Letter> letters) {
        letters.forEach(letter -> send(letter.tombstone()));
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
        Letter letter = new Letter(message);
        letters.remove(letter.id());
        if (message.value() != null) {
            letters.put(letter.id(), letter);
        }
        if (letters.size() > MOST) {
            letters.remove(letters.keySet().iterator().next());
        }
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
