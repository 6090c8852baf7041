package dev.demarc.assessment.account;

import dev.demarc.assessment.account.AccountLog.Place;
import dev.demarc.assessment.bus.CompactedTopic;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.scan.Account;
import dev.demarc.shell.kafka.DeadLetters;
import dev.demarc.shell.kafka.KafkaClients;
import dev.demarc.shell.loop.Fault;
import dev.demarc.shell.loop.Loops;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Follows {@code demarc.accounts} into {@code account_info}. */
@ApplicationScoped
public class Accounts {
    private final CompactedTopic topic;
    private final AccountStore store;
    private final AccountLog log;

    public Accounts(KafkaClients clients, AccountStore store, AccountLog log, DeadLetters deadLetters) {
        this.store = store;
        this.log = log;
        topic = new CompactedTopic(Topic.ACCOUNTS, Topic.ACCOUNTS_DEAD_LETTERS, clients, deadLetters, this::handle);
    }

    void start(@Observes StartupEvent event, Loops loops) {
        loops.start("accounts", topic);
    }

    void handle(ConsumerRecord<String, byte[]> message) throws SQLException {
        Place place = log.place(message);
        if (log.isTaken(place)) {
            store.forget(message.key());
            return;
        }
        try {
            take(message, place);
        } catch (SQLException | RuntimeException e) {
            if (Fault.of(e) != Fault.TRANSIENT) {
                store.skip(place, message.key());
            }
            throw e;
        }
    }

    private void take(ConsumerRecord<String, byte[]> message, Place place) throws SQLException {
        if (message.value() == null) {
            store.takeRemoval(place, message.key());
        } else {
            store.take(place, Event.read(message, Account.class));
        }
    }
}
