package dev.demarc.gateway.account;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.scan.Account;
import dev.demarc.gateway.bus.Feed;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps the accounts as their organisation knows them; a tombstone removes one. */
@Singleton
final class AccountFeed implements Feed {
    private final Accounts accounts;

    AccountFeed(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Topic topic() {
        return Topic.ACCOUNTS;
    }

    @Override
    public void accept(ConsumerRecord<String, byte[]> record, boolean live) {
        if (record.value() == null) {
            accounts.remove(record.key());
        } else {
            accounts.put(Event.read(record, Account.class));
        }
    }
}
