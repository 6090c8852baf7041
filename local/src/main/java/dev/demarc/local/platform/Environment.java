package dev.demarc.local.platform;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the caller's environment says of Kafka and PostgreSQL of the user's own, and of where to keep data. */
public record Environment(Map<String, String> variables) {
    private static final String OF_KAFKA = "KAFKA_";
    private static final String ADDRESSES = "KAFKA_BOOTSTRAP_SERVERS";

    public Environment {
        variables = Map.copyOf(variables);
    }

    /** The folder that the user chose for data; empty for the usual one. */
    public String dataFolder() {
        return variables.getOrDefault("DEMARC_DATA", "");
    }

    /** The addresses of a Kafka of the user's own. */
    public Optional<String> kafka() {
        return given(ADDRESSES);
    }

    /** What a client must set to come into the Kafka at these addresses, by Kafka's names. */
    public Map<String, String> kafkaClient(String bootstrapServers) {
        Map<String, String> settings = new HashMap<>();
        kafkaVariables(bootstrapServers)
                .forEach((name, value) -> settings.put(
                        name.substring(OF_KAFKA.length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value));
        return settings;
    }

    /** Makes the variables of a process, which may be inherited ones, lead into the Kafka at these addresses. */
    public void leadInto(String bootstrapServers, Map<String, String> process) {
        process.keySet().removeIf(name -> name.startsWith(OF_KAFKA));
        process.putAll(kafkaVariables(bootstrapServers));
    }

    /** The user's own hold for the user's own Kafka, not for the embedded one. */
    private Map<String, String> kafkaVariables(String bootstrapServers) {
        Map<String, String> kafka = new HashMap<>();
        if (kafka().filter(bootstrapServers::equals).isPresent()) {
            kafka.putAll(variables);
            kafka.keySet().removeIf(name -> !name.startsWith(OF_KAFKA));
        }
        kafka.put(ADDRESSES, bootstrapServers);
        return kafka;
    }

    /** Whether the user wants accounts scanned by the clock; services have the value from the same variable. */
    boolean scansByTheClock() {
        return given("DEMARC_SCAN_INTERVAL").isPresent();
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
