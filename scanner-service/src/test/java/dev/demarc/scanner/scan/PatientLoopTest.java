package dev.demarc.scanner.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.Topic;
import dev.demarc.embedded.KafkaTopics;
import dev.demarc.embedded.TopicSpec;
import dev.demarc.shell.kafka.DeadLetters;
import dev.demarc.shell.loop.Loop;
import dev.demarc.shell.loop.LoopConfig;
import dev.demarc.shell.loop.Loops;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatientLoopTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final String topic = "tasks-" + UUID.randomUUID();
    private final String group = "workers-" + UUID.randomUUID();
    private final KafkaProducer<String, byte[]> producer = TestBroker.producer();
    private final Loops loops = new Loops(new SimpleMeterRegistry(), new Impatient());
    private final DeadLetters letters = new DeadLetters(() -> producer, new SimpleMeterRegistry());
    private int started;
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void aTopic() {
        KafkaTopics.ensure(TestBroker.start(), List.of(new TopicSpec(topic, 1)));
    }

    @AfterEach
    void end() {
        loops.close();
        producer.close();
    }

    @Test
    void keepsATaskThatTakesLongerThanTheBrokersPatience() {
        CountDownLatch release = new CountDownLatch(1);
        start(message -> {
            done.add(message.key());
            hold(release, Duration.ofSeconds(5));
        });
        start(message -> done.add(message.key()));

        send("long");
        await().atMost(PATIENCE).until(() -> done.contains("long"));
        send("next");

        await().atMost(PATIENCE).until(() -> done.contains("next"));
        assertThat(done).containsExactly("long", "next");
    }

    @Test
    void leavesTheTaskOfAKilledWorkerToAnother() {
        CountDownLatch never = new CountDownLatch(1);
        Loop killed = start(message -> {
            done.add("first " + message.key());
            hold(never, PATIENCE);
        });
        send("task");
        await().atMost(PATIENCE).until(() -> done.contains("first task"));

        killed.close();
        start(message -> done.add("second " + message.key()));

        await().atMost(PATIENCE).until(() -> done.contains("second task"));
    }

    @Test
    void takesTheUrgentBeforeTheScheduled() {
        String urgent = "urgent-" + UUID.randomUUID();
        KafkaTopics.ensure(TestBroker.start(), List.of(new TopicSpec(urgent, 1)));
        for (int i = 0; i < 3; i++) {
            send("scheduled " + i);
            send(urgent, "urgent " + i, "");
        }
        CountDownLatch first = new CountDownLatch(1);

        run(new PatientLoop(
                List.of(() -> consumer(urgent, group + "-now"), () -> consumer(topic, group)),
                message -> {
                    done.add(message.key());
                    first.countDown();
                },
                Topic.SCAN_TASKS_DEAD_LETTERS,
                letters));

        await().atMost(PATIENCE).until(() -> done.size() == 6);
        int lastUrgent = done.indexOf("urgent 2");
        assertThat(done.subList(0, lastUrgent).stream()
                        .filter(key -> key.startsWith("scheduled"))
                        .count())
                .isLessThan(3);
    }

    @Test
    void buriesWhatItCannotUnderstandAndGoesOn() {
        start(message -> {
            if (message.key().equals("poison")) {
                throw new MalformedRecordException(String.class, new IOException("no task"));
            }
            done.add(message.key());
        });

        String poison = UUID.randomUUID().toString();
        send(topic, "poison", poison);
        send("after");

        await().atMost(PATIENCE).until(() -> done.contains("after"));
        assertThat(letter(poison)).contains("no task");
    }

    private String letter(String value) {
        try (KafkaConsumer<String, byte[]> letters = TestBroker.consumer(Map.of())) {
            letters.assign(List.of(new TopicPartition(Topic.SCAN_TASKS_DEAD_LETTERS.topicName(), 0)));
            List<String> reasons = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                for (ConsumerRecord<String, byte[]> letter : letters.poll(Duration.ofMillis(200))) {
                    if (new String(letter.value(), StandardCharsets.UTF_8).equals(value)) {
                        reasons.add(EventHeaders.text(letter.headers(), EventHeaders.REASON)
                                .orElse(""));
                    }
                }
                return !reasons.isEmpty();
            });
            return reasons.get(0);
        }
    }

    private void send(String key) {
        send(topic, key, "");
    }

    private void send(String to, String key, String value) {
        var unused = producer.send(new ProducerRecord<>(to, key, value.getBytes(StandardCharsets.UTF_8)));
        producer.flush();
    }

    private Loop start(PatientLoop.Work work) {
        return run(
                new PatientLoop(List.of(() -> consumer(topic, group)), work, Topic.SCAN_TASKS_DEAD_LETTERS, letters));
    }

    private Loop run(PatientLoop loop) {
        started++;
        return loops.start("loop-" + started, loop);
    }

    private static Consumer<String, byte[]> consumer(String topic, String group) {
        KafkaConsumer<String, byte[]> consumer = TestBroker.consumer(Map.of(
                "group.id", group,
                "max.poll.records", 1,
                "max.poll.interval.ms", 2_000,
                "session.timeout.ms", 6_000,
                "heartbeat.interval.ms", 1_000));
        consumer.subscribe(List.of(topic));
        return consumer;
    }

    private static void hold(CountDownLatch release, Duration time) {
        try {
            boolean released = release.await(time.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(released).isFalse();
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted");
        }
    }

    private static final class Impatient implements LoopConfig {
        @Override
        public Duration patience() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration mostOfATurn() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration firstBackOff() {
            return Duration.ofMillis(10);
        }

        @Override
        public Duration mostBackOff() {
            return Duration.ofMillis(100);
        }
    }
}
