package dev.demarc.assessment.publish;

import dev.demarc.assessment.scorecard.ScorecardRules;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The publisher's thread, from the service's start to its end. */
@ApplicationScoped
public class PublisherLoop {
    private static final Logger LOG = Logger.getLogger(PublisherLoop.class);
    private static final int RENEWALS_PER_LEASE = 3;
    private static final Duration PAUSE_AFTER_BUG = Duration.ofSeconds(30);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(1);

    private final PublisherConfig config;
    private final Publisher publisher;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "demarc-publisher");

    PublisherLoop(
            PublisherConfig config,
            DataSource dataSource,
            ScorecardRules rules,
            Clock clock,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.config = config;
        LeaseStore leases = new LeaseStore(dataSource, UUID.randomUUID().toString(), config.shards(), config.lease());
        PublishStore store = new PublishStore(config.shards(), config.accountInterval());
        this.publisher = new Publisher(
                leases,
                shard -> new ShardPublisher(shard, dataSource, leases, store, rules, clock),
                new KafkaProducers(bootstrapServers));
    }

    void onStart(@Observes StartupEvent event) {
        if (config.enabled()) {
            thread.start();
        }
    }

    void onShutdown(@Observes ShutdownEvent event) throws InterruptedException {
        ending.countDown();
        thread.join(TimeUnit.SECONDS.toMillis(10));
    }

    private void run() {
        long renewAt = System.nanoTime();
        Duration pause = Duration.ZERO;
        while (!ended(pause)) {
            try {
                if (System.nanoTime() - renewAt >= 0) {
                    publisher.renew();
                    renewAt = System.nanoTime() + config.lease().toNanos() / RENEWALS_PER_LEASE;
                }
                publisher.publish();
                pause = config.interval();
            } catch (IllegalStateException | IllegalArgumentException e) {
                LOG.error("scorecards cannot be published until this is mended", e);
                pause = PAUSE_AFTER_BUG;
            } catch (SQLException e) {
                LOG.warnf("scorecards wait for PostgreSQL: %s", e.getMessage());
                pause = PAUSE_AFTER_FAULT;
            }
        }
        try {
            publisher.close();
        } catch (SQLException e) {
            LOG.debugf("the publisher's leases end by themselves: %s", e.getMessage());
        }
    }

    private boolean ended(Duration pause) {
        try {
            return ending.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
