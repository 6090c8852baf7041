package dev.demarc.scanner.command;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Makes sure that Kafka is there before anything is read, so that a command does not wait for it unsaid. */
@Singleton
final class KafkaCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> settings;
    private final Duration patience;

    @Inject
    KafkaCheck(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this(kafka, PATIENCE);
    }

    KafkaCheck(Map<String, Object> kafka, Duration patience) {
        this.patience = patience;
        settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
    }

    /** @throws UsageException where Kafka does not answer */
    void demand() {
        try (Admin admin = Admin.create(settings)) {
            admin.describeCluster().nodes().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new UsageException("Kafka at %s does not answer; start the platform, or set KAFKA_BOOTSTRAP_SERVERS"
                    .formatted(settings.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageException("interrupted");
        }
    }
}
