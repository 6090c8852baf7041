package dev.demarc.assessment.publish;

import dev.demarc.assessment.scorecard.ScorecardRules;
import dev.demarc.shell.kafka.DeadLetters;
import dev.demarc.shell.kafka.KafkaClients;
import dev.demarc.shell.loop.BackOff;
import dev.demarc.shell.loop.Loops;
import dev.demarc.shell.loop.Step;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Publishes from the service's start to its end. */
@ApplicationScoped
public class PublisherLoop implements Step {
    private static final Logger LOG = Logger.getLogger(PublisherLoop.class);
    private static final int RENEWALS_PER_LEASE = 3;
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(1);

    private final PublisherConfig config;
    private final Publisher publisher;
    private long renewAt = System.nanoTime();

    PublisherLoop(
            PublisherConfig config,
            DataSource dataSource,
            ScorecardRules rules,
            DeadLetters deadLetters,
            KafkaClients clients,
            Clock clock) {
        this.config = config;
        LeaseStore leases = new LeaseStore(dataSource, UUID.randomUUID().toString(), config.shards(), config.lease());
        PublishStore store = new PublishStore(config.shards(), config.accountInterval());
        this.publisher = new Publisher(
                leases,
                shard -> new ShardPublisher(shard, dataSource, leases, store, rules, deadLetters, clock),
                new KafkaProducers(clients));
    }

    void onStart(@Observes StartupEvent event, Loops loops) {
        if (config.enabled()) {
            loops.start("publisher", this, new BackOff(PAUSE_AFTER_FAULT, PAUSE_AFTER_FAULT));
        }
    }

    @Override
    public Duration turn() throws SQLException {
        Failures failures = new Failures();
        if (System.nanoTime() - renewAt >= 0) {
            failures.of(publisher::renew);
            renewAt = System.nanoTime() + config.lease().toNanos() / RENEWALS_PER_LEASE;
        }
        failures.of(publisher::publish);
        failures.rethrow();
        return config.interval();
    }

    @Override
    public void close() {
        try {
            publisher.close();
        } catch (SQLException e) {
            LOG.debugf("the publisher's leases end by themselves: %s", e.getMessage());
        }
    }
}
