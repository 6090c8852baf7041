package dev.demarc.assessment.partition;

import dev.demarc.shell.kafka.KafkaClients;
import dev.demarc.shell.loop.Loops;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Starts the ingestion of resources with the service. */
@ApplicationScoped
public class IngestStart {
    private final LoopParts parts;
    private final KafkaClients clients;

    IngestStart(LoopParts parts, KafkaClients clients) {
        this.parts = parts;
        this.clients = clients;
    }

    void start(@Observes StartupEvent event, Loops loops) {
        if (parts.config().enabled()) {
            loops.start("resources", new ResourceConsumer(parts, clients, loops));
        }
    }
}
