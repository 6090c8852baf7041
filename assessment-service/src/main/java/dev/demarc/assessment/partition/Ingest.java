package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.CurrentJudge;
import dev.demarc.assessment.statement.Acts;
import dev.demarc.shell.kafka.KafkaClients;
import dev.demarc.shell.loop.Loops;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Starts the ingestion of resources with the service. */
@ApplicationScoped
public class Ingest {
    private final LoopParts parts;
    private final KafkaClients clients;

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

    void start(@Observes StartupEvent event, Loops loops) {
        if (parts.config().enabled()) {
            loops.start("resources", new ResourceConsumer(parts, clients, loops));
        }
    }
}
