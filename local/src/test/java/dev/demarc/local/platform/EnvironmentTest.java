package dev.demarc.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    private static final Environment OWN_KAFKA = new Environment(Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "kafka:9093",
            "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
            "KAFKA_SSL_TRUSTSTORE_LOCATION", "/ca.pem",
            "HOME", "/home/me"));

    @Test
    void readsTheWayIntoTheUsersOwnKafka() {
        assertThat(OWN_KAFKA.kafkaClient("kafka:9093"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "bootstrap.servers", "kafka:9093",
                        "security.protocol", "SASL_SSL",
                        "ssl.truststore.location", "/ca.pem"));
    }

    @Test
    void entersTheEmbeddedKafkaPlainly() {
        assertThat(OWN_KAFKA.kafkaClient("127.0.0.1:19092"))
                .containsExactlyEntriesOf(Map.of("bootstrap.servers", "127.0.0.1:19092"));
    }

    @Test
    void leadsAProcessIntoOneKafkaWhateverItInherited() {
        Map<String, String> process = new HashMap<>(OWN_KAFKA.variables());

        OWN_KAFKA.leadInto("127.0.0.1:19092", process);

        assertThat(process)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:19092", "HOME", "/home/me"));
    }
}
