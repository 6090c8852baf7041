package dev.demarc.assessment.partition;

import dev.demarc.assessment.bus.LogPosition;
import dev.demarc.assessment.bus.TopicLog;
import dev.demarc.assessment.run.ScopeState;
import dev.demarc.assessment.run.ScopeState.Stale;
import dev.demarc.assessment.run.ScopeStates;
import dev.demarc.assessment.sql.InTransaction;
import dev.demarc.contracts.event.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes a partition: raises its fence, so that whoever had it before can write no more, and finds where to go on. Where
 * Kafka has lost what we had not read, all scopes of the partition turn stale until their next scan, and ingestion goes
 * on from the beginning of what is there.
 */
@ApplicationScoped
public class Takeover {
    /** A partition that is ours, and the leader epoch of the record before its offset. */
    record Taken(Fence fence, @Nullable Integer leaderEpoch) {}

    private record Row(UUID topic, long offset, @Nullable Integer leaderEpoch, long fence) {}

    private static final Logger LOG = Logger.getLogger(Takeover.class);
    private static final String RAISE = """
            INSERT INTO partition_state AS p (partition, topic_id, next_offset, fence) VALUES (?, ?, ?, 1)
            ON CONFLICT (partition) DO UPDATE SET fence = p.fence + 1
            RETURNING topic_id, next_offset, leader_epoch, fence
            """;
    private static final String START_OVER = """
            UPDATE partition_state SET topic_id = ?, next_offset = ?, leader_epoch = NULL WHERE partition = ?
            """;
    private static final String MARK_DUE = """
            INSERT INTO scorecard_due (account, at)
            SELECT DISTINCT account, ?::timestamptz FROM scope WHERE partition = ?
            """;

    private final DataSource database;
    private final TopicLog log;
    private final Epochs epochs;
    private final Clock clock;

    public Takeover(DataSource database, TopicLog log, Epochs epochs, Clock clock) {
        this.database = database;
        this.log = log;
        this.epochs = epochs;
        this.clock = clock;
    }

    /** @param diverged whether Kafka says that it has no longer what stood before our offset */
    Taken take(int partition, boolean diverged) throws SQLException {
        epochs.check();
        LogPosition position = log.position(Topic.RESOURCES, partition);
        Taken taken = InTransaction.of(database, connection -> {
            Row row = raise(connection, partition, position);
            if (!diverged && row.topic().equals(position.topic()) && position.holds(row.offset())) {
                return new Taken(new Fence(partition, row.fence(), row.offset()), row.leaderEpoch());
            }
            LOG.warnf(
                    "Partition %d: records from offset %d of topic %s on are lost (there is %s); its scopes are stale"
                            + " until their next scan, ingestion goes on at offset %d",
                    partition, row.offset(), row.topic(), position, position.begin());
            startOver(connection, partition, position);
            return new Taken(new Fence(partition, row.fence(), position.begin()), null);
        });
        epochs.taken();
        return taken;
    }

    private static Row raise(Connection connection, int partition, LogPosition position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RAISE)) {
            statement.setInt(1, partition);
            statement.setObject(2, position.topic());
            statement.setLong(3, position.begin());
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("partition_state returned nothing for partition " + partition);
                }
                return new Row(
                        rows.getObject(1, UUID.class),
                        rows.getLong(2),
                        rows.getObject(3, Integer.class),
                        rows.getLong(4));
            }
        }
    }

    private void startOver(Connection connection, int partition, LogPosition position) throws SQLException {
        Instant now = clock.instant();
        try (PreparedStatement statement = connection.prepareStatement(START_OVER)) {
            statement.setObject(1, position.topic());
            statement.setLong(2, position.begin());
            statement.setInt(3, partition);
            statement.executeUpdate();
        }
        List<ScopeState> stale = ScopeStates.ofPartition(connection, partition).stream()
                .map(state -> state.stale(new Stale(now, Stale.Reason.RECORDS_LOST)))
                .toList();
        ScopeStates.save(connection, stale);
        try (PreparedStatement statement = connection.prepareStatement(MARK_DUE)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setInt(2, partition);
            statement.executeUpdate();
        }
    }
}
