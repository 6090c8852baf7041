package dev.demarc.assessment.act;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.access.Person;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Every act on a statement or its evidence, each entry with the hash of the one before. */
public final class ChangeLog {
    /**
     * One act.
     *
     * @param act what was done, such as {@code approved}
     * @param statement that it was done with, else
     * @param file the evidence file
     * @param by who did it
     * @param byId who that is, null where nobody has proven it
     * @param what all that was stated with it
     */
    public record Entry(
            String act,
            @Nullable String statement,
            @Nullable String file,
            String by,
            @Nullable String byId,
            Instant at,
            @Nullable Object what) {
        public static Entry ofStatement(String act, String id, Person by, Instant at, @Nullable Object what) {
            return new Entry(act, id, null, by.name(), by.id(), at, what);
        }

        public static Entry ofFile(String act, String id, Person by, Instant at, @Nullable Object what) {
            return new Entry(act, null, id, by.name(), by.id(), at, what);
        }
    }

    /** Who acts where no person does. */
    public static final Person SYSTEM = new Person(null, "demarc");

    private static final String VERSION = "SELECT coalesce(max(no), 0) FROM statement_change";
    private static final String LAST = "SELECT no, hash FROM statement_change ORDER BY no DESC LIMIT 1";
    private static final String APPEND =
            "INSERT INTO statement_change (no, at, entry, previous, hash) VALUES (?, ?, ?, ?, ?)";
    private static final int HASH_BYTES = 32;

    private ChangeLog() {}

    public static long version(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(VERSION);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Holds the end of the log until the transaction ends, so it comes late in one.
     *
     * @return the entry's number
     */
    public static long append(Connection connection, Entry entry) throws SQLException {
        ActLocks.endOfLog(connection);
        long no = 0;
        byte[] previous = new byte[HASH_BYTES];
        try (PreparedStatement last = connection.prepareStatement(LAST);
                ResultSet row = last.executeQuery()) {
            if (row.next()) {
                no = row.getLong(1);
                previous = row.getBytes(2);
            }
        }
        String text = new String(Json.bytes(entry), StandardCharsets.UTF_8);
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setLong(1, no + 1);
            statement.setObject(2, OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC));
            statement.setString(3, text);
            statement.setBytes(4, previous);
            statement.setBytes(5, hash(previous, text));
            statement.executeUpdate();
        }
        return no + 1;
    }

    private static byte[] hash(byte[] previous, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            return digest.digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
