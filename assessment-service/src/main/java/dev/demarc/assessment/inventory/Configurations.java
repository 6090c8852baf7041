package dev.demarc.assessment.inventory;

import dev.demarc.assessment.resource.ConfigurationCodec;
import dev.demarc.assessment.resource.PackedConfiguration;
import dev.demarc.contracts.resource.ResourceConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Unpacks stored configurations, with whatever dictionaries the store has by then. */
@ApplicationScoped
public class Configurations {
    private static final String DICTIONARIES = "SELECT no, content FROM zstd_dictionary";

    private record Known(Map<Short, byte[]> dictionaries, ConfigurationCodec codec) {}

    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    public ResourceConfiguration unpack(Connection connection, StoredItem item) throws SQLException {
        return unpack(connection, item.configuration());
    }

    public ResourceConfiguration unpack(Connection connection, PackedConfiguration packed) throws SQLException {
        Known codecs = known.get();
        if (codecs == null || !codecs.dictionaries().containsKey(packed.dictionary())) {
            Map<Short, byte[]> dictionaries = dictionaries(connection);
            codecs = new Known(dictionaries, new ConfigurationCodec(dictionaries));
            known.set(codecs);
        }
        return codecs.codec().unpack(packed);
    }

    private static Map<Short, byte[]> dictionaries(Connection connection) throws SQLException {
        Map<Short, byte[]> dictionaries = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(DICTIONARIES);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                dictionaries.put(row.getShort("no"), row.getBytes("content"));
            }
        }
        return dictionaries;
    }
}
