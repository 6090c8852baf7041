package dev.demarc.catalog.publish;

import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.shell.kafka.KafkaClients;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A topic that is away for a number of attempts. */
class FailingTopic extends CatalogTopic {
    final AtomicReference<@Nullable CatalogRevision> written = new AtomicReference<>();
    private final AtomicInteger failures;

    FailingTopic(int failures) {
        super(new KafkaClients(Map.of()), new Impatient(), Clock.systemUTC());
        this.failures = new AtomicInteger(failures);
    }

    @Override
    Optional<CatalogRevision> current() {
        if (failures.getAndDecrement() > 0) {
            throw new TimeoutException("Kafka is away");
        }
        return Optional.empty();
    }

    @Override
    void write(CatalogRevision revision) {
        written.set(revision);
    }
}
