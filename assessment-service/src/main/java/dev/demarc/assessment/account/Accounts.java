package dev.demarc.assessment.account;

import dev.demarc.assessment.bus.CompactedTopic;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.scan.Account;
import dev.demarc.shell.kafka.DeadLetters;
import dev.demarc.shell.kafka.KafkaClients;
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

    public Accounts(KafkaClients clients, AccountStore store, DeadLetters deadLetters) {
        this.store = store;
        topic = new CompactedTopic(Topic.ACCOUNTS, Topic.ACCOUNTS_DEAD_LETTERS, clients, deadLetters, this::handle);
    }

    void start(@Observes StartupEvent event, Loops loops) {
        loops.start("accounts", topic);
    }

    void handle(ConsumerRecord<String, byte[]> message) throws SQLException {
        if (message.value() == null) {
            store.remove(message.key());
        } else {
            store.save(Event.read(message, Account.class));
        }
    }
}
