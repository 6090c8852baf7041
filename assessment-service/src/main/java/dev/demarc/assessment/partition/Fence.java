package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.JudgingVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

/**
 * One instance's hold on one partition. Every transaction locks the partition's row first and goes on only while the
 * row has our fence and our offset and was judged by no newer version than ours; so a paused or twice-assigned instance
 * cannot write.
 */
final class Fence {
    private static final String LOCK = """
            SELECT fence, next_offset, coalesce(judging_version, 0), set_config('synchronous_commit', 'off', true),
                set_config('idle_in_transaction_session_timeout', '20s', true)
            FROM partition_state WHERE partition = ? FOR UPDATE
            """;
    private static final String ADVANCE = """
            UPDATE partition_state SET next_offset = ?, leader_epoch = coalesce(?, leader_epoch)
            WHERE partition = ?
            """;

    private final int partition;
    private final long fence;
    private long offset;

    Fence(int partition, long fence, long offset) {
        this.partition = partition;
        this.fence = fence;
        this.offset = offset;
    }

    int partition() {
        return partition;
    }

    /** Where ingestion goes on. */
    long offset() {
        return offset;
    }

    /**
     * Locks the row until the end of the transaction, which then does not wait for the disk: Kafka replays what is lost.
     * The database ends it where its instance is paused within, so that another can take the partition.
     *
     * @return the number of the judging version that the partition was judged by, 0 for none
     * @throws FenceLostException where another instance has taken the partition or judges by something newer
     */
    int lock(Connection connection, JudgingVersion ours) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setInt(1, partition);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new FenceLostException("partition %d has no state any more".formatted(partition));
                }
                check(rows.getLong(1), rows.getLong(2), rows.getInt(3), ours);
                return rows.getInt(3);
            }
        }
    }

    /** Writes where ingestion goes on; {@link #advanced} must follow the commit. */
    void advance(Connection connection, long next, Optional<Integer> leaderEpoch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            statement.setLong(1, next);
            statement.setObject(2, leaderEpoch.orElse(null), Types.INTEGER);
            statement.setInt(3, partition);
            statement.executeUpdate();
        }
    }

    void advanced(long next) {
        offset = next;
    }

    /** @throws FenceLostException where another instance has taken the partition */
    void mustBe(long storedFence) {
        if (storedFence != fence) {
            throw new FenceLostException("partition %d was taken by another instance (fence %d, ours %d)"
                    .formatted(partition, storedFence, fence));
        }
    }

    private void check(long storedFence, long storedOffset, int storedVersion, JudgingVersion ours) {
        mustBe(storedFence);
        if (storedOffset != offset) {
            throw new FenceLostException(
                    "partition %d stands at offset %d and not at %d".formatted(partition, storedOffset, offset));
        }
        if (storedVersion > ours.number()) {
            throw new FenceLostException("partition %d was judged by %s; this instance knows %s"
                    .formatted(partition, JudgingVersion.of(storedVersion), ours));
        }
    }
}
