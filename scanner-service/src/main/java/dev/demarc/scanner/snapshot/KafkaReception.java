package dev.demarc.scanner.snapshot;

import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.event.UnknownEventTypeException;
import dev.demarc.contracts.resource.RunBegun;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.RunPage;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.shell.kafka.KafkaClients;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jboss.logging.Logger;

/**
 * Reads from Kafka how far assessment is, by the offsets that it tells, and its dead letters and the listings that it
 * overrules, which it sends before it tells that it is past a record.
 */
@Singleton
final class KafkaReception implements Reception {
    private static final Logger LOG = Logger.getLogger(KafkaReception.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaClients clients;
    private final ReceptionConfig config;

    KafkaReception(KafkaClients clients, ReceptionConfig config) {
        this.clients = clients;
        this.config = config;
    }

    @Override
    public Watch watch() {
        if (config.patience().isZero()) {
            return scans -> Optional.of(List.of());
        }
        try (Consumer<String, byte[]> consumer = consumer()) {
            Map<TopicPartition, Long> since = toldOn(consumer);
            return scans -> since.isEmpty() ? Optional.empty() : refusals(since, scans);
        } catch (AuthorizationException e) {
            return scans -> unknown(e);
        }
    }

    private Optional<List<Refusal>> refusals(Map<TopicPartition, Long> since, Set<String> scans) {
        try (Consumer<String, byte[]> consumer = consumer()) {
            Map<String, Refusal> refusals = new LinkedHashMap<>();
            Map<TopicPartition, Long> sent = ends(consumer, Topic.RESOURCES);
            consumer.assign(since.keySet());
            since.forEach(consumer::seek);
            long until = System.nanoTime() + config.patience().toNanos();
            while (!isTaken(consumer, sent)) {
                if (System.nanoTime() >= until) {
                    return Optional.empty();
                }
                take(consumer, refusals);
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(since.keySet());
            while (ends.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
                take(consumer, refusals);
            }
            return Optional.of(refusals.values().stream()
                    .filter(refusal -> scans.contains(refusal.scan()))
                    .toList());
        } catch (AuthorizationException e) {
            return unknown(e);
        }
    }

    private static Optional<List<Refusal>> unknown(AuthorizationException e) {
        LOG.warnf("what assessment refuses cannot be read: %s", e.getMessage());
        return Optional.empty();
    }

    /** Where dead letters and progress end now; empty where dead letters have no topic. */
    private static Map<TopicPartition, Long> toldOn(Consumer<String, byte[]> consumer) {
        Map<TopicPartition, Long> ends = new HashMap<>(ends(consumer, Topic.RESOURCES_DEAD_LETTERS));
        if (!ends.isEmpty()) {
            ends.putAll(ends(consumer, Topic.SCAN_PROGRESS));
        }
        return ends;
    }

    /** What is told twice, by a transaction that was tried again, is one. */
    private static void take(Consumer<String, byte[]> consumer, Map<String, Refusal> refusals) {
        consumer.poll(POLL).forEach(message -> {
            if (message.topic().equals(Topic.SCAN_PROGRESS.topicName())) {
                overruled(message).ifPresent(refusal -> refusals.put(refusal.scan() + " " + refusal.scope(), refusal));
            } else {
                refusal(message).ifPresent(refusal -> refusals.put(message.key(), refusal));
            }
        });
    }

    private static Optional<Refusal> overruled(ConsumerRecord<String, byte[]> message) {
        try {
            ScanProgress progress = Event.read(message, ScanProgress.class);
            return progress.phase() == ScanProgress.Phase.OVERRULED
                    ? Optional.of(new Refusal(
                            progress.run().scan(),
                            progress.scope().toString(),
                            String.valueOf(progress.reason()),
                            Kind.OVERRULED))
                    : Optional.empty();
        } catch (MalformedRecordException | UnknownEventTypeException e) {
            return Optional.empty();
        }
    }

    private static boolean isTaken(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> sent) {
        Map<TopicPartition, OffsetAndMetadata> told = consumer.committed(sent.keySet());
        return sent.entrySet().stream().allMatch(each -> {
            OffsetAndMetadata taken = told.get(each.getKey());
            return each.getValue() == 0 || (taken != null && taken.offset() >= each.getValue());
        });
    }

    private static Map<TopicPartition, Long> ends(Consumer<String, byte[]> consumer, Topic topic) {
        List<TopicPartition> partitions = consumer.listTopics().getOrDefault(topic.topicName(), List.of()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        return consumer.endOffsets(partitions);
    }

    /** Asks as a member of the group would, and never joins it. */
    private Consumer<String, byte[]> consumer() {
        return clients.consumer("demarc-reception", Map.of(ConsumerConfig.GROUP_ID_CONFIG, config.assessmentGroup()));
    }

    private static Optional<Refusal> refusal(ConsumerRecord<String, byte[]> letter) {
        return letter.value() == null
                ? Optional.empty()
                : run(letter)
                        .map(run -> new Refusal(
                                run.scan(),
                                EventHeaders.text(letter.headers(), EventHeaders.KEY)
                                        .orElse("no scope"),
                                EventHeaders.text(letter.headers(), EventHeaders.REASON)
                                        .orElse("no reason is given"),
                                Kind.REFUSED));
    }

    /** Empty for what does not say whose it is: it stays among the dead letters. */
    private static Optional<RunId> run(ConsumerRecord<String, byte[]> letter) {
        try {
            return Optional.ofNullable(
                    switch (Event.typeOf(letter)) {
                        case RESOURCE_CONFIGURATION ->
                            EventHeaders.text(letter.headers(), EventHeaders.RUN)
                                    .map(RunId::parse)
                                    .orElse(null);
                        case RUN_BEGUN -> Event.read(letter, RunBegun.class).run();
                        case RUN_PAGE -> Event.read(letter, RunPage.class).run();
                        case RUN_ENDED -> Event.read(letter, RunEnded.class).run();
                        case CATALOG_REVISION,
                                ACCOUNT,
                                SCAN_REQUEST,
                                SCAN_TASK,
                                SCAN_PROGRESS,
                                SCAN_FAILED,
                                SCORECARD,
                                COMPLIANCE_FINDING,
                                FINDING_SUMMARY -> null;
                    });
        } catch (MalformedRecordException | UnknownEventTypeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
