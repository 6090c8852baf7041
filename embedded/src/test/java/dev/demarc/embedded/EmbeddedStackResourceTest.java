package dev.demarc.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedStackResourceTest {
    @Test
    void givesATestItsTopicsAndItsDatabase() throws Exception {
        Map<String, String> settings = started(Map.of("database", "catalog", "topics", "demarc.catalog:1:compact"));

        Records records = Records.on(settings.getOrDefault("kafka.bootstrap.servers", ""));
        records.send("demarc.catalog", "revision");

        assertThat(records.committed("demarc.catalog")).containsExactly("revision");
        try (Connection connection = DriverManager.getConnection(
                settings.getOrDefault("quarkus.datasource.jdbc.url", ""),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"))) {
            assertThat(connection.getCatalog()).isEqualTo("catalog");
        }
    }

    @Test
    void givesEveryTestOfTheJvmTheSameServers() {
        Map<String, String> first = started(Map.of());
        Map<String, String> second = started(Map.of());

        assertThat(second).isEqualTo(first).containsOnlyKeys("kafka.bootstrap.servers");
    }

    @Test
    void givesATestServersThatAreComeIntoOverTlsAlone() throws Exception {
        Map<String, String> settings = started(Map.of("database", "catalog", "entrance", "SECURED"));

        assertThat(settings)
                .containsEntry("kafka.security.protocol", "SASL_SSL")
                .containsEntry("kafka.sasl.mechanism", "SCRAM-SHA-512")
                .containsKeys("kafka.sasl.jaas.config", "kafka.ssl.truststore.location");
        assertThat(settings.get("quarkus.datasource.jdbc.url")).contains("/catalog?sslmode=verify-full&sslrootcert=");
        assertThat(started(Map.of("database", "catalog", "entrance", "SECURED")))
                .isEqualTo(settings);
    }

    private static Map<String, String> started(Map<String, String> arguments) {
        EmbeddedStackResource resource = new EmbeddedStackResource();
        resource.init(arguments);
        return resource.start();
    }
}
