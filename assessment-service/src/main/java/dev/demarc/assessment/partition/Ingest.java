package dev.demarc.assessment.partition;

import dev.demarc.assessment.bus.KafkaClients;
import dev.demarc.assessment.catalog.CurrentJudge;
import dev.demarc.assessment.statement.Acts;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts and ends the ingestion of resources with the service; not alive once one of its threads died of a defect. */
@Liveness
@ApplicationScoped
public class Ingest implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(Ingest.class);
    private static final Duration END = Duration.ofSeconds(15);

    private final LoopParts parts;
    private final KafkaClients clients;
    private final AtomicReference<@Nullable String> death = new AtomicReference<>();
    private @Nullable ResourceConsumer consumer;
    private @Nullable Thread thread;

    public Ingest(
            IngestConfig config,
            CurrentJudge judge,
            Takeover takeover,
            Ingestion ingestion,
            Removals removals,
            Upkeep upkeep,
            Acts acts,
            KafkaClients clients) {
        parts = new LoopParts(config, judge, takeover, ingestion, removals, upkeep, acts);
        this.clients = clients;
    }

    void start(@Observes StartupEvent event) {
        if (parts.config().enabled()) {
            consumer = new ResourceConsumer(parts, clients, this::died);
            thread = new Thread(consumer, "resources");
            thread.setUncaughtExceptionHandler(this::died);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (consumer != null && thread != null) {
            consumer.close();
            thread.join(END.toMillis());
        }
    }

    @Override
    public HealthCheckResponse call() {
        String reason = death.get();
        return reason == null
                ? HealthCheckResponse.up("ingest")
                : HealthCheckResponse.named("ingest")
                        .down()
                        .withData("reason", reason)
                        .build();
    }

    private void died(Thread which, Throwable cause) {
        LOG.errorf(cause, "Thread %s died of a defect; restart this instance", which.getName());
        death.compareAndSet(null, which.getName() + ": " + cause);
    }
}
