package dev.demarc.assessment.resource;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Reads the zstd dictionaries that configurations are packed with. */
final class StoredDictionaries {
    private static final String SELECT = "SELECT no, content FROM zstd_dictionary";

    @Produces
    @Singleton
    ConfigurationCodec codec(DataSource database) throws SQLException {
        Map<Short, byte[]> dictionaries = new TreeMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                dictionaries.put(rows.getShort(1), rows.getBytes(2));
            }
        }
        return new ConfigurationCodec(dictionaries);
    }
}
