package dev.demarc.assessment.resource;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The zstd dictionaries that configurations are packed with: the newest comes with the service, which stores it before
 * the first row that needs it; those before stay in the database for the rows that have them.
 */
final class StoredDictionaries {
    /** Raised with the content of the file, which never changes under its number. */
    static final short NEWEST = 1;

    private static final String STORE =
            "INSERT INTO zstd_dictionary (no, content) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String SELECT = "SELECT no, content FROM zstd_dictionary";

    @Produces
    @Singleton
    ConfigurationCodec codec(DataSource database) throws SQLException {
        byte[] shipped = shipped();
        try (Connection connection = database.getConnection()) {
            store(connection, shipped);
            Map<Short, byte[]> dictionaries = all(connection);
            if (!Arrays.equals(shipped, dictionaries.get(NEWEST))) {
                throw new IllegalStateException(
                        "zstd_dictionary %d holds another dictionary than this service's; accepted: the same under the same number"
                                .formatted(NEWEST));
            }
            return new ConfigurationCodec(dictionaries);
        }
    }

    static byte[] shipped() {
        String file = "/zstd/configurations-%d.dict".formatted(NEWEST);
        try (InputStream content = StoredDictionaries.class.getResourceAsStream(file)) {
            return Objects.requireNonNull(content, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static void store(Connection connection, byte[] content) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STORE)) {
            statement.setShort(1, NEWEST);
            statement.setBytes(2, content);
            statement.executeUpdate();
        }
    }

    private static Map<Short, byte[]> all(Connection connection) throws SQLException {
        Map<Short, byte[]> dictionaries = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SELECT);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                dictionaries.put(rows.getShort(1), rows.getBytes(2));
            }
        }
        return dictionaries;
    }
}
