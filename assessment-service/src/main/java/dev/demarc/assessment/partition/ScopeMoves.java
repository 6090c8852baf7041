package dev.demarc.assessment.partition;

import dev.demarc.assessment.bus.TopicLog;
import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.sql.InTransaction;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.resource.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.common.utils.Utils;
import org.jboss.logging.Logger;

/**
 * Moves scopes between partitions where the topic was given more of them, so that each scope has one writer at any time:
 * the one that its row names. It moves once its old partition has read all that came before, and takes with it all scopes
 * that go the same way; whoever writes the old partition must take it anew.
 */
@ApplicationScoped
public class ScopeMoves {
    /** What Kafka says of {@code demarc.resources}. */
    interface Log {
        /** The first offset that came at an instant or later, the end where none did. */
        long offsetAt(int partition, Instant at);

        int partitions();
    }

    private static final Logger LOG = Logger.getLogger(ScopeMoves.class);
    private static final String LOCK = """
            SELECT partition, fence, next_offset FROM partition_state WHERE partition IN (?, ?)
            ORDER BY partition FOR UPDATE
            """;
    private static final String OF_PARTITION = """
            SELECT s.no, a.id, r.name, t.name FROM scope s
            JOIN account a ON a.no = s.account JOIN region r ON r.no = s.region JOIN resource_type t ON t.no = s.type
            WHERE s.partition = ?
            """;
    private static final String MOVE = "UPDATE scope SET partition = ? WHERE partition = ? AND no = ANY (?)";
    private static final String FENCE_OFF = "UPDATE partition_state SET fence = fence + 1 WHERE partition = ?";
    // judged by nothing that is known: its next transaction begins to judge again all that it holds
    private static final String JUDGE_AGAIN = "UPDATE partition_state SET judging_version = NULL WHERE partition = ?";

    private final DataSource database;
    private final Log log;
    private final Remembered remembered;

    @Inject
    public ScopeMoves(DataSource database, TopicLog log, Remembered remembered) {
        this(database, of(log), remembered);
    }

    ScopeMoves(DataSource database, Log log, Remembered remembered) {
        this.database = database;
        this.log = log;
        this.remembered = remembered;
    }

    /**
     * Moves the scope to the fence's partition.
     *
     * @param cameAt when the record came because of which it moves
     * @throws ScopeElsewhereException where its old partition has still to read what came before
     * @throws FenceLostException where the partition is not ours any more
     */
    void move(NumberedScope scope, Fence fence, Instant cameAt) throws SQLException {
        long before = log.offsetAt(scope.partition(), cameAt);
        int partitions = log.partitions();
        int moved = InTransaction.of(database, connection -> {
            lock(connection, scope, fence, before);
            List<Integer> moving = moving(connection, scope, fence.partition(), partitions);
            move(connection, scope.partition(), fence.partition(), moving);
            return moving.size();
        });
        LOG.warnf(
                "%d scopes of partition %d of %d are of partition %d now",
                moved, scope.partition(), partitions, fence.partition());
        remembered.forgetScopes();
    }

    static Log of(TopicLog topics) {
        return new Log() {
            @Override
            public long offsetAt(int partition, Instant at) {
                return topics.offsetAt(Topic.RESOURCES, partition, at);
            }

            @Override
            public int partitions() {
                return topics.partitions(Topic.RESOURCES);
            }
        };
    }

    private static void lock(Connection connection, NumberedScope scope, Fence fence, long before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setInt(1, scope.partition());
            statement.setInt(2, fence.partition());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (rows.getInt(1) == fence.partition()) {
                        fence.mustBe(rows.getLong(2));
                    } else if (rows.getLong(3) < before) {
                        throw new ScopeElsewhereException(
                                "scope %s is of partition %d, which has read up to offset %d and must read up to %d before it moves to %d"
                                        .formatted(
                                                scope.name(),
                                                scope.partition(),
                                                rows.getLong(3),
                                                before,
                                                fence.partition()));
                    }
                }
            }
        }
    }

    private static List<Integer> moving(Connection connection, NumberedScope scope, int to, int partitions)
            throws SQLException {
        List<Integer> moving = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(OF_PARTITION)) {
            statement.setInt(1, scope.partition());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Scope each = new Scope(rows.getString(2), rows.getString(3), rows.getString(4));
                    if (rows.getInt(1) == scope.number() || partitionOf(each, partitions) == to) {
                        moving.add(rows.getInt(1));
                    }
                }
            }
        }
        return moving;
    }

    private static void move(Connection connection, int from, int to, List<Integer> scopes) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE);
                PreparedStatement fenceOff = connection.prepareStatement(FENCE_OFF);
                PreparedStatement judgeAgain = connection.prepareStatement(JUDGE_AGAIN)) {
            move.setInt(1, to);
            move.setInt(2, from);
            move.setObject(3, scopes.stream().mapToInt(Integer::intValue).toArray());
            move.executeUpdate();
            fenceOff.setInt(1, from);
            fenceOff.executeUpdate();
            judgeAgain.setInt(1, to);
            judgeAgain.executeUpdate();
        }
    }

    /** As Kafka's producers choose it by the key. */
    static int partitionOf(Scope scope, int partitions) {
        byte[] key = scope.toString().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
