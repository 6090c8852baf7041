package dev.demarc.assessment.publish;

import dev.demarc.assessment.scorecard.AccountReading;
import dev.demarc.assessment.scorecard.AccountReadings;
import dev.demarc.assessment.scorecard.ScorecardRules;
import dev.demarc.assessment.sql.InTransaction;
import dev.demarc.assessment.sql.Prepared;
import dev.demarc.shell.kafka.DeadLetters;
import dev.demarc.shell.loop.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Publishes one shard: allots versions from one snapshot and commits them, then sends what is not yet sent in one Kafka
 * transaction, then notes that it is sent. Ended anywhere in between, the next to hold the shard goes on from there;
 * what it sends twice carries the same version or event id. What cannot be made or sent is put aside, alone.
 */
final class ShardPublisher {
    private static final String SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";
    private static final String ON_DISK = "SET LOCAL synchronous_commit = on";

    private final int shard;
    private final DataSource dataSource;
    private final LeaseStore leases;
    private final PublishStore store;
    private final AccountReadings readings;
    private final ScorecardRules rules;
    private final DeadLetters deadLetters;
    private final HeldBack heldBack = new HeldBack();
    private final Clock clock;

    ShardPublisher(
            int shard,
            DataSource dataSource,
            LeaseStore leases,
            PublishStore store,
            ScorecardRules rules,
            DeadLetters deadLetters,
            Clock clock) {
        this.shard = shard;
        this.dataSource = dataSource;
        this.leases = leases;
        this.store = store;
        this.readings = new AccountReadings();
        this.rules = rules;
        this.deadLetters = deadLetters;
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
        Outgoing outgoing = Outgoing.of(unsent);
        List<Outgoing.Letter> letters = new ArrayList<>(outgoing.letters());
        letters.addAll(sendAll(producer, outgoing.messages()));
        letters.forEach(each -> deadLetters.send(each.topic(), List.of(each.letter())));
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
            return InTransaction.of(connection, snapshot -> {
                Prepared.update(snapshot, SNAPSHOT);
                Prepared.update(snapshot, ON_DISK);
                if (!leases.confirm(snapshot, shard)) {
                    throw new LeaseLostException(shard);
                }
                for (Due due : store.due(snapshot, shard, now)) {
                    if (!heldBack.holds(due.account(), now)) {
                        allot(snapshot, due, now);
                    }
                }
                return store.unsent(snapshot, shard);
            });
        }
    }

    /** An account whose scorecard cannot be computed waits, longer each time; the others do not. */
    private void allot(Connection connection, Due due, Instant now) throws SQLException {
        try {
            if (store.hasLeft(connection, due.account())) {
                store.withdraw(connection, due, store.nextVersion(connection, due.account()), now);
            } else {
                compute(connection, due, now);
            }
            heldBack.release(due.account());
        } catch (RuntimeException e) {
            heldBack.hold(due.account(), now, e);
        }
    }

    private void compute(Connection connection, Due due, Instant now) throws SQLException {
        Optional<AccountReading> reading = readings.read(connection, due.account());
        if (reading.isPresent()) {
            long version = store.nextVersion(connection, due.account());
            store.allot(connection, due, rules.of(reading.get()).compute(reading.get(), version, now));
        }
    }

    /** @return what Kafka refused, which is then sent apart from the rest */
    private static List<Outgoing.Letter> sendAll(
            Producer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        try {
            send(producer, messages);
            return List.of();
        } catch (KafkaException e) {
            if (Fault.of(e) != Fault.POISON) {
                throw e;
            }
            producer.abortTransaction();
            return messages.size() == 1
                    ? List.of(Outgoing.refused(messages.get(0), e))
                    : messages.stream()
                            .flatMap(message -> sendAll(producer, List.of(message)).stream())
                            .toList();
        }
    }

    /** A send that fails makes the commit fail. */
    private static void send(Producer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> messages) {
        producer.beginTransaction();
        for (ProducerRecord<String, byte[]> message : messages) {
            Future<RecordMetadata> unused = producer.send(message);
        }
        producer.commitTransaction();
    }
}
