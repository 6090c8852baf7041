package dev.demarc.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelmChartTest {
    private static final Path CHART = Path.of("helm/demarc");
    private static final List<String> SERVICES =
            List.of("catalog-service", "scanner-service", "assessment-service", "gateway");

    @Test
    void lints() {
        LintResult result = new Helm(CHART).lint().quiet().call();

        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

    @Test
    void rendersADeploymentAServiceAndAnAccountForEachService() throws IOException {
        List<JsonNode> rendered = render(template());

        assertThat(SERVICES).allSatisfy(service -> assertThat(List.of("Deployment", "Service", "ServiceAccount"))
                .allSatisfy(kind -> assertThat(rendered).anyMatch(document -> is(document, kind, "demo-" + service))));
    }

    @Test
    void runsNoContainerAsRootOrWithAWritableRoot() throws IOException {
        List<JsonNode> deployments = ofKind(render(template()), "Deployment");

        assertThat(deployments).hasSize(4).allSatisfy(deployment -> {
            JsonNode pod = deployment.at("/spec/template/spec");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/containers/0/securityContext/readOnlyRootFilesystem")
                            .asBoolean())
                    .isTrue();
            assertThat(pod.at("/containers/0/securityContext/allowPrivilegeEscalation")
                            .asBoolean(true))
                    .isFalse();
        });
    }

    @Test
    void keepsTheGatewayOnLoopbackUnlessItIsOpened() throws IOException {
        assertThat(gateway(template()).toString()).contains("\"name\":\"QUARKUS_HTTP_HOST\",\"value\":\"127.0.0.1\"");

        assertThat(gateway(template().set("gateway.open", true)).toString()).doesNotContain("QUARKUS_HTTP_HOST");
    }

    @Test
    void letsTheCatalogAloneCreateTopics() throws IOException {
        List<JsonNode> deployments = ofKind(render(template().set("kafka.replicationFactor", 3)), "Deployment");

        assertThat(deployments)
                .filteredOn(deployment -> deployment.toString().contains("DEMARC_TOPICS_"))
                .singleElement()
                .satisfies(catalog -> assertThat(catalog.toString())
                        .contains("\"demo-catalog-service\"")
                        .contains("\"name\":\"DEMARC_TOPICS_CREATE\",\"value\":\"true\"")
                        .contains("\"name\":\"DEMARC_TOPICS_REPLICATION_FACTOR\",\"value\":\"3\""));
    }

    @Test
    void tellsTheScannerAloneTheExternalIdOfItsRole() throws IOException {
        List<JsonNode> deployments =
                ofKind(render(template().set("scanner.externalId", "an-external-id")), "Deployment");

        assertThat(deployments)
                .filteredOn(deployment -> deployment.toString().contains("DEMARC_AWS_"))
                .singleElement()
                .satisfies(scanner -> assertThat(scanner.toString())
                        .contains("\"demo-scanner-service\"")
                        .contains("\"name\":\"DEMARC_AWS_ROLE_NAME\",\"value\":\"DemarcReadOnly\"")
                        .contains("\"name\":\"DEMARC_AWS_EXTERNAL_ID\",\"value\":\"an-external-id\""));
    }

    @Test
    void scalesOnLagWhereAskedTo() throws IOException {
        List<JsonNode> rendered = render(template().set("autoscaling.enabled", true));

        assertThat(ofKind(rendered, "ScaledObject")).hasSize(2);
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> new Helm(CHART).template().withName("demo").call())
                .hasMessageContaining("is required");
    }

    private static TemplateCommand template() {
        return new Helm(CHART)
                .template()
                .withName("demo")
                .set("kafka.bootstrapServers", "kafka:9092")
                .set("databases.catalog.url", "jdbc:postgresql://db/catalog")
                .set("databases.assessment.url", "jdbc:postgresql://db/assessment");
    }

    private static JsonNode gateway(TemplateCommand template) throws IOException {
        return ofKind(render(template), "Deployment").stream()
                .filter(document -> is(document, "Deployment", "demo-gateway"))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> ofKind(List<JsonNode> documents, String kind) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .toList();
    }

    private static boolean is(JsonNode document, String kind, String name) {
        return document.path("kind").asText().equals(kind)
                && document.at("/metadata/name").asText().equals(name);
    }

    private static List<JsonNode> render(TemplateCommand template) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        try (var documents = yaml.readerFor(JsonNode.class).<JsonNode>readValues(template.call())) {
            return documents.readAll().stream().filter(JsonNode::isObject).toList();
        }
    }
}
