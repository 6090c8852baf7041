package dev.demarc.assessment.account;

import dev.demarc.assessment.bus.CompactedTopic;
import dev.demarc.assessment.bus.DeadLetters;
import dev.demarc.assessment.bus.DeadLetters.DeadLetter;
import dev.demarc.assessment.bus.KafkaClients;
import dev.demarc.assessment.bus.Refusal;
import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.event.UnknownEventTypeException;
import dev.demarc.contracts.scan.Account;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Follows {@code demarc.accounts} into {@code account_info}. */
@ApplicationScoped
public class Accounts {
    private final CompactedTopic topic;
    private final AccountStore store;
    private final DeadLetters deadLetters;

    public Accounts(KafkaClients clients, AccountStore store, DeadLetters deadLetters) {
        this.store = store;
        this.deadLetters = deadLetters;
        topic = new CompactedTopic(Topic.ACCOUNTS, clients, this::handle);
    }

    void start(@Observes StartupEvent event) {
        topic.start();
    }

    void stop(@Observes ShutdownEvent event) {
        topic.close();
    }

    void handle(ConsumerRecord<String, byte[]> message) throws SQLException {
        if (message.value() == null) {
            store.remove(message.key());
            return;
        }
        try {
            store.save(Event.read(message, Account.class));
        } catch (MalformedRecordException | UnknownEventTypeException e) {
            refuse(message, String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            if (!Refusal.is(e)) {
                throw e;
            }
            refuse(message, "the database refuses it: " + e.getMessage());
        }
    }

    private void refuse(ConsumerRecord<String, byte[]> message, String reason) {
        deadLetters.send(Topic.ACCOUNTS_DEAD_LETTERS, List.of(new DeadLetter(message, reason)));
    }
}
