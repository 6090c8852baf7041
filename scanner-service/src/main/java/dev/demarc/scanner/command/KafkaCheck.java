package dev.demarc.scanner.command;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
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
    private static final int SECONDS = 10;

    private final Map<String, Object> settings;

    KafkaCheck(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TimeUnit.SECONDS.toMillis(SECONDS));
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TimeUnit.SECONDS.toMillis(SECONDS));
    }

    /** @throws UsageException where Kafka does not answer */
    void demand() {
        try (Admin admin = Admin.create(settings)) {
            admin.describeCluster().nodes().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new UsageException("Kafka at %s does not answer; start the platform, or set KAFKA_BOOTSTRAP_SERVERS"
                    .formatted(settings.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageException("interrupted");
        }
    }
}
