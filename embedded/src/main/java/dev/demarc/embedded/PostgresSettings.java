package dev.demarc.embedded;

import java.util.LinkedHashMap;
import java.util.Map;

/** PostgreSQL's own settings by name; each stands in for the server's default. */
public record PostgresSettings(Map<String, String> values) {
    public PostgresSettings {
        values = Map.copyOf(values);
    }

    /** For a platform on one machine: data survives a power cut, memory stays small. */
    public static PostgresSettings durable() {
        return new PostgresSettings(Map.ofEntries(
                Map.entry("shared_buffers", "128MB"),
                Map.entry("max_connections", "60"),
                Map.entry("max_wal_size", "1GB"),
                Map.entry("checkpoint_timeout", "15min"),
                Map.entry("wal_level", "minimal"),
                Map.entry("max_wal_senders", "0"),
                Map.entry("wal_compression", "off"),
                Map.entry("jit", "off"),
                Map.entry("io_method", "sync"),
                Map.entry("huge_pages", "off"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC")));
    }

    /** For tests: data survives the death of the server, not of the machine. */
    public static PostgresSettings forTests() {
        return durable().with("fsync", "off").with("full_page_writes", "off").with("shared_buffers", "32MB");
    }

    public PostgresSettings with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new PostgresSettings(changed);
    }
}
