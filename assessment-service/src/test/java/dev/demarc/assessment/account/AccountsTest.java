package dev.demarc.assessment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.bus.LogPosition;
import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.fixture.TestStore;
import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.scan.Account;
import dev.demarc.shell.kafka.DeadLetters;
import dev.demarc.shell.kafka.KafkaClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private static final String ID = "111122223333";
    private static final String HISTORY =
            "SELECT status || ' ' || coalesce(team, '') FROM account_history ORDER BY since";
    private static final DataSource STORE = TestStore.empty("accounts_taken_in");

    private final MockProducer<String, byte[]> letters =
            new MockProducer<>(true, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
    private LogPosition kafka = new LogPosition(new UUID(1, 1), 0, 100);
    private final AccountStore store = new AccountStore(STORE, new Dictionaries(STORE));

    @BeforeEach
    void empty() {
        TestStore.emptied(STORE);
    }

    @Test
    void anOlderVersionThatIsReadAgainChangesNothing() throws SQLException {
        handle(accounts(), 0, account("shop"));
        handle(accounts(), 1, account("payments"));

        Accounts restarted = accounts();
        handle(restarted, 0, account("shop"));

        assertThat(store.place(ID).team()).isEqualTo("payments");
        handle(restarted, 1, account("payments"));
        assertThat(rows(HISTORY)).containsExactly("ACTIVE shop", "ACTIVE payments");
    }

    @Test
    void aRemovalThatIsReadAgainChangesNothing() throws SQLException {
        handle(accounts(), 0, account("shop"));
        handle(accounts(), 1, null);
        handle(accounts(), 2, account("shop"));

        handle(accounts(), 1, null);

        assertThat(rows(HISTORY)).containsExactly("ACTIVE shop", "GONE shop", "ACTIVE shop");
        assertThat(store.place(ID).team()).isEqualTo("shop");
    }

    @Test
    void aTopicThatWasMadeAnewIsTakenIn() throws SQLException {
        Accounts accounts = accounts();
        handle(accounts, 5, account("shop"));
        kafka = new LogPosition(new UUID(2, 2), 0, 1);

        handle(accounts, 0, account("payments"));

        assertThat(store.place(ID).team()).isEqualTo("payments");
    }

    @Test
    void aTopicThatLostItsEndIsTakenIn() throws SQLException {
        handle(accounts(), 5, account("shop"));
        kafka = new LogPosition(new UUID(1, 1), 0, 3);

        handle(accounts(), 2, account("payments"));

        assertThat(store.place(ID).team()).isEqualTo("payments");
    }

    @Test
    void whatCannotBeReadIsRefusedOnce() throws SQLException {
        ConsumerRecord<String, byte[]> broken = record(0, account("shop"));
        ConsumerRecord<String, byte[]> unreadable = new ConsumerRecord<>(
                broken.topic(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                1,
                ID,
                new byte[] {'{'},
                broken.headers(),
                Optional.empty());

        assertThatThrownBy(() -> accounts().handle(unreadable)).isInstanceOf(MalformedRecordException.class);

        assertThatCode(() -> accounts().handle(unreadable)).doesNotThrowAnyException();
    }

    private Accounts accounts() {
        return new Accounts(
                new KafkaClients(Map.of("bootstrap.servers", "127.0.0.1:9")),
                store,
                new AccountLog(STORE, partition -> kafka),
                new DeadLetters(() -> letters, new SimpleMeterRegistry()));
    }

    private static void handle(Accounts accounts, long offset, @Nullable Account account) throws SQLException {
        accounts.handle(record(offset, account));
    }

    private static ConsumerRecord<String, byte[]> record(long offset, @Nullable Account account) {
        if (account == null) {
            return record(offset, null, new RecordHeaders());
        }
        ProducerRecord<String, byte[]> message =
                Event.of(EventType.ACCOUNT, account, "/scanner-service").to(Topic.ACCOUNTS, ID, Instant.EPOCH);
        return record(
                offset, message.value(), new RecordHeaders(message.headers().toArray()));
    }

    private static ConsumerRecord<String, byte[]> record(long offset, byte @Nullable [] value, RecordHeaders headers) {
        return new ConsumerRecord<>(
                Topic.ACCOUNTS.topicName(),
                0,
                offset,
                0,
                TimestampType.CREATE_TIME,
                ID.length(),
                0,
                ID,
                value,
                headers,
                Optional.empty());
    }

    private static Account account(String team) {
        return new Account(ID, "Shop", "o-shop", List.of("Root"), Account.Status.ACTIVE, List.of(), team);
    }

    private static List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = STORE.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
