package dev.demarc.assessment.publish;

import dev.demarc.assessment.scorecard.AccountReading;
import dev.demarc.assessment.scorecard.AccountReadings;
import dev.demarc.assessment.scorecard.ScorecardRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Publishes one shard: allots versions from one snapshot and commits them, then sends what is not yet sent in one Kafka
 * transaction, then notes that it is sent. Ended anywhere in between, the next to hold the shard goes on from there;
 * what it sends twice carries the same version or event id.
 */
final class ShardPublisher {
    private final int shard;
    private final DataSource dataSource;
    private final LeaseStore leases;
    private final PublishStore store;
    private final AccountReadings readings;
    private final ScorecardRules rules;
    private final Clock clock;

    ShardPublisher(
            int shard,
            DataSource dataSource,
            LeaseStore leases,
            PublishStore store,
            ScorecardRules rules,
            Clock clock) {
        this.shard = shard;
        this.dataSource = dataSource;
        this.leases = leases;
        this.store = store;
        this.readings = new AccountReadings();
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Does one round of work, if there is any.
     *
     * @param producer with this shard's transactional id, its transactions initialised after the lease was taken
     * @throws LeaseLostException where another publisher holds the shard by now
     */
    void publish(Producer<String, byte[]> producer) throws SQLException {
        Unsent unsent = allot();
        if (unsent.isEmpty()) {
            return;
        }
        producer.beginTransaction();
        unsent.cards().forEach(card -> send(producer, Messages.of(card)));
        unsent.changes().forEach(change -> send(producer, Messages.of(change)));
        producer.commitTransaction();
        try (Connection connection = dataSource.getConnection()) {
            store.sent(connection, unsent);
        }
    }

    /** The commit is synchronous, so what it read, and what is sent after it, survives PostgreSQL's end. */
    private Unsent allot() throws SQLException {
        Instant now = clock.instant();
        try (Connection connection = dataSource.getConnection()) {
            if (!store.hasWork(connection, shard, now)) {
                return Unsent.NOTHING;
            }
            return InTransaction.of(connection, () -> {
                if (!leases.confirm(connection, shard)) {
                    throw new LeaseLostException(shard);
                }
                for (Due due : store.due(connection, shard, now)) {
                    allot(connection, due, now);
                }
                return store.unsent(connection, shard);
            });
        }
    }

    private void allot(Connection connection, Due due, Instant now) throws SQLException {
        Optional<AccountReading> reading = readings.read(connection, due.account());
        if (reading.isPresent()) {
            long version = store.nextVersion(connection, due.account());
            store.allot(connection, due, rules.of(reading.get()).compute(reading.get(), version, now));
        }
    }

    /** A send that fails makes the commit fail. */
    private static void send(Producer<String, byte[]> producer, ProducerRecord<String, byte[]> message) {
        Future<RecordMetadata> unused = producer.send(message);
    }
}
