package dev.demarc.local.platform;

import java.util.Map;
import java.util.Optional;

/** What the caller's environment says of Kafka and PostgreSQL of the user's own, and of where to keep data. */
public record Environment(Map<String, String> variables) {
    public Environment {
        variables = Map.copyOf(variables);
    }

    /** The folder that the user chose for data; empty for the usual one. */
    public String dataFolder() {
        return variables.getOrDefault("DEMARC_DATA", "");
    }

    /** The addresses of a Kafka of the user's own. */
    public Optional<String> kafka() {
        return given("KAFKA_BOOTSTRAP_SERVERS");
    }

    Optional<String> postgres() {
        return given("DEMARC_POSTGRES_URL");
    }

    String postgresUser() {
        return variables.getOrDefault("DEMARC_POSTGRES_USER", "postgres");
    }

    String postgresPassword() {
        return variables.getOrDefault("DEMARC_POSTGRES_PASSWORD", "");
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}
