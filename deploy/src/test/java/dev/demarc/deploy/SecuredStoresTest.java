package dev.demarc.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SecuredStoresTest {
    private static final List<String> KAFKA = List.of(
            "{\"name\":\"KAFKA_BOOTSTRAP_SERVERS\",\"value\":\"a.kafka:9093,b.kafka:9094\"}",
            "{\"name\":\"KAFKA_SECURITY_PROTOCOL\",\"value\":\"SASL_SSL\"}",
            "{\"name\":\"KAFKA_SASL_MECHANISM\",\"value\":\"SCRAM-SHA-512\"}",
            "{\"name\":\"KAFKA_SASL_JAAS_CONFIG\",\"valueFrom\":{\"secretKeyRef\":{\"name\":\"kafka-login\",\"key\":\"jaas.config\"}}}",
            "{\"name\":\"KAFKA_SASL_LOGIN_CALLBACK_HANDLER_CLASS\",\"value\":\"org.example.Login\"}",
            "{\"name\":\"KAFKA_SSL_TRUSTSTORE_TYPE\",\"value\":\"PEM\"}",
            "{\"name\":\"KAFKA_SSL_TRUSTSTORE_LOCATION\",\"value\":\"/etc/demarc/kafka/ca.crt\"}",
            "{\"name\":\"KAFKA_SASL_CLIENT_CALLBACK_HANDLER_CLASS\",\"value\":\"org.example.Client\"}");

    @Test
    void givesAllServicesTheSameWayIntoKafka() {
        Chart chart = Chart.usual()
                .set("kafka.bootstrapServers", "a.kafka:9093,b.kafka:9094")
                .set("kafka.securityProtocol", "SASL_SSL")
                .set("kafka.sasl.mechanism", "SCRAM-SHA-512")
                .set("kafka.sasl.jaasSecret", "kafka-login")
                .set("kafka.sasl.loginCallbackHandlerClass", "org.example.Login")
                .set("kafka.authority.configMap", "kafka-ca")
                .set("kafka.settings.sasl\\.client\\.callback\\.handler\\.class", "org.example.Client");

        assertThat(Chart.SERVICES).allSatisfy(service -> {
            assertThat(chart.environment(service)).containsAll(KAFKA);
            assertThat(pod(chart, service).path("volumes").toString())
                    .contains(
                            "\"configMap\":{\"name\":\"kafka-ca\",\"items\":[{\"key\":\"ca.crt\",\"path\":\"ca.crt\"}]}");
            assertThat(pod(chart, service).at("/containers/0/volumeMounts").toString())
                    .contains("\"mountPath\":\"/etc/demarc/kafka\",\"readOnly\":true");
        });
    }

    @Test
    void leavesAPlainKafkaPlain() {
        assertThat(Chart.SERVICES)
                .allSatisfy(service -> assertThat(Chart.usual().environment(service))
                        .filteredOn(variable -> variable.contains("KAFKA_"))
                        .containsExactly("{\"name\":\"KAFKA_BOOTSTRAP_SERVERS\",\"value\":\"kafka:9092\"}"));
    }

    @Test
    void verifiesTheDatabaseInFullWhereItsAuthorityIsGiven() {
        Chart chart = Chart.usual()
                .set("databases.catalog.authority.secret", "db-ca")
                .set("databases.assessment.authority.secret", "db-ca")
                .set("databases.assessment.url", "jdbc:postgresql://db/assessment?connectTimeout=5");

        assertThat(chart.environment("catalog-service"))
                .contains(
                        "{\"name\":\"QUARKUS_DATASOURCE_JDBC_URL\",\"value\":\"jdbc:postgresql://db/catalog?sslmode=verify-full&sslrootcert=/etc/demarc/postgresql/ca.crt\"}");
        assertThat(chart.environment("assessment-service"))
                .contains(
                        "{\"name\":\"QUARKUS_DATASOURCE_JDBC_URL\",\"value\":\"jdbc:postgresql://db/assessment?connectTimeout=5&sslmode=verify-full&sslrootcert=/etc/demarc/postgresql/ca.crt\"}");
        assertThat(List.of("catalog-service", "assessment-service"))
                .allSatisfy(service -> assertThat(pod(chart, service).toString())
                        .contains("\"secretName\":\"db-ca\"", "\"mountPath\":\"/etc/demarc/postgresql\""));
        assertThat(pod(chart, "gateway").toString()).doesNotContain("db-ca");
    }

    @Test
    void refusesTwoWordsOnOneThing() {
        assertThatThrownBy(() -> Chart.usual()
                        .set("databases.catalog.authority.secret", "db-ca")
                        .set("databases.catalog.url", "jdbc:postgresql://db/catalog?sslmode=require")
                        .render())
                .hasMessageContaining("databases.catalog.url sets sslmode");
        assertThatThrownBy(() -> Chart.usual()
                        .set("kafka.authority.secret", "one")
                        .set("kafka.authority.configMap", "other")
                        .render())
                .hasMessageContaining("kafka.authority names both a secret and a configMap");
    }

    @Test
    void givesAllServicesTheSameEdgeKey() {
        Chart own = Chart.usual();
        Chart given = Chart.usual().set("edge.keySecret", "my-key");

        assertThat(Chart.SERVICES).allSatisfy(service -> {
            assertThat(own.environment(service)).contains(edgeKey("demo-edge-key"));
            assertThat(given.environment(service)).contains(edgeKey("my-key"));
        });
        assertThat(own.one("Secret", "edge-key").at("/stringData/key").asText()).hasSize(44);
        assertThat(given.ofKind("Secret")).isEmpty();
    }

    @Test
    void refusesAnEdgeKeyThatIsTooShort() {
        assertThatThrownBy(() -> Chart.usual().set("edge.key", "c2hvcnQ=").render())
                .hasMessageContaining("at least 32 random bytes in Base64");
    }

    @Test
    void composeGivesAllServicesTheSameSettings() throws IOException {
        JsonNode compose = new YAMLMapper().readTree(Path.of("compose.yaml").toFile());
        JsonNode shared = compose.path("x-every-service");

        assertThat(names(shared))
                .contains(
                        "DEMARC_EDGE_KEY",
                        "KAFKA_BOOTSTRAP_SERVERS",
                        "KAFKA_SECURITY_PROTOCOL",
                        "KAFKA_SASL_MECHANISM",
                        "KAFKA_SASL_JAAS_CONFIG",
                        "KAFKA_SASL_LOGIN_CALLBACK_HANDLER_CLASS",
                        "KAFKA_SSL_TRUSTSTORE_TYPE",
                        "KAFKA_SSL_TRUSTSTORE_LOCATION");
        assertThat(Chart.SERVICES).allSatisfy(service -> {
            assertThat(compose.at("/services/" + service + "/environment/<<").asText())
                    .isEqualTo("every-service");
            assertThat(compose.at("/services/" + service + "/volumes").asText()).isEqualTo("authority");
            assertThat(compose.at("/services/" + service + "/environment/DEMARC_EDGE_HOSTS")
                            .asText(service))
                    .isEqualTo(service);
        });
    }

    private static JsonNode pod(Chart chart, String service) {
        return chart.one("Deployment", service).at("/spec/template/spec");
    }

    private static String edgeKey(String secret) {
        return "{\"name\":\"DEMARC_EDGE_KEY\",\"valueFrom\":{\"secretKeyRef\":{\"name\":\"" + secret
                + "\",\"key\":\"key\"}}}";
    }

    private static List<String> names(JsonNode object) {
        TreeSet<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return List.copyOf(names);
    }
}
