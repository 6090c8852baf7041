package dev.demarc.assessment.account;

import dev.demarc.assessment.bus.LogPosition;
import dev.demarc.assessment.bus.TopicLog;
import dev.demarc.contracts.event.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How far {@code demarc.accounts} has been taken in. Every instance reads the topic from its beginning, older versions of
 * accounts among it: what stands before the stored place was taken in by one of them, and is over.
 */
@ApplicationScoped
public class AccountLog {
    /** Where a record stands. */
    record Place(UUID topic, int partition, long offset) {}

    private static final String VOID = """
            DELETE FROM topic_position WHERE topic = ? AND partition = ? AND (topic_id <> ? OR next_offset > ?)
            """;
    private static final String NEXT = """
            SELECT next_offset FROM topic_position WHERE topic = ? AND partition = ? AND topic_id = ?
            """;
    private static final String TAKE = """
            INSERT INTO topic_position AS p (topic, partition, topic_id, next_offset) VALUES (?, ?, ?, ?)
            ON CONFLICT (topic, partition) DO UPDATE SET next_offset = excluded.next_offset
            WHERE p.topic_id = excluded.topic_id AND p.next_offset < excluded.next_offset
            """;
    private static final String TOPIC = Topic.ACCOUNTS.topicName();

    private final DataSource database;
    private final IntFunction<LogPosition> log;
    private final Map<Integer, Place> last = new HashMap<>();

    @Inject
    public AccountLog(DataSource database, TopicLog log) {
        this(database, partition -> log.position(Topic.ACCOUNTS, partition));
    }

    /** @param log what Kafka holds of a partition */
    AccountLog(DataSource database, IntFunction<LogPosition> log) {
        this.database = database;
        this.log = log;
    }

    /**
     * Where the record stands. Kafka is asked about the topic where offsets do not rise: at the start, and when the topic
     * was made anew or cut; what was stored of another topic, or beyond the end of this, counts no longer.
     */
    Place place(ConsumerRecord<String, byte[]> message) throws SQLException {
        Place before = last.get(message.partition());
        UUID topic = before == null || message.offset() < before.offset() ? look(message.partition()) : before.topic();
        Place place = new Place(topic, message.partition(), message.offset());
        last.put(message.partition(), place);
        return place;
    }

    boolean isTaken(Place place) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setString(1, TOPIC);
            statement.setInt(2, place.partition());
            statement.setObject(3, place.topic());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && place.offset() < rows.getLong(1);
            }
        }
    }

    /** Goes on after the place, in the caller's transaction; false where another instance has done so. */
    static boolean take(Connection connection, Place place) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, TOPIC);
            statement.setInt(2, place.partition());
            statement.setObject(3, place.topic());
            statement.setLong(4, place.offset() + 1);
            return statement.executeUpdate() > 0;
        }
    }

    private UUID look(int partition) throws SQLException {
        LogPosition position = log.apply(partition);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(VOID)) {
            statement.setString(1, TOPIC);
            statement.setInt(2, partition);
            statement.setObject(3, position.topic());
            statement.setLong(4, position.end());
            statement.executeUpdate();
        }
        return position.topic();
    }
}
