package dev.demarc.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelmChartTest {
    @Test
    void lints() {
        LintResult result = new Helm(Chart.FOLDER).lint().quiet().call();

        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

    @Test
    void rendersADeploymentAServiceAndAnAccountForEachService() {
        List<JsonNode> rendered = Chart.usual().render();

        assertThat(Chart.SERVICES).allSatisfy(service -> assertThat(List.of("Deployment", "Service", "ServiceAccount"))
                .allSatisfy(kind -> assertThat(rendered)
                        .anyMatch(document -> document.path("kind").asText().equals(kind)
                                && document.at("/metadata/name").asText().equals("demo-" + service))));
    }

    @Test
    void runsNoContainerAsRootOrWithAWritableRoot() {
        List<JsonNode> deployments = Chart.usual().ofKind("Deployment");

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
    void keepsTheGatewayOnLoopbackUnlessItIsOpened() {
        assertThat(Chart.usual().environment("gateway"))
                .contains("{\"name\":\"QUARKUS_HTTP_HOST\",\"value\":\"127.0.0.1\"}");

        assertThat(Chart.usual().set("gateway.open", true).environment("gateway"))
                .noneMatch(variable -> variable.contains("QUARKUS_HTTP_HOST"));
    }

    @Test
    void letsEachServiceGoByTheNamesThatOthersCallItBy() {
        Chart chart = Chart.usual().set("gateway.hosts[0]", "demarc.example.com");

        assertThat(chart.environment("assessment-service"))
                .contains(
                        "{\"name\":\"DEMARC_EDGE_HOSTS\",\"value\":\"demo-assessment-service,demo-assessment-service.default,demo-assessment-service.default.svc\"}");
        assertThat(chart.environment("gateway"))
                .contains("{\"name\":\"DEMARC_ASSESSMENT_URL\",\"value\":\"http://demo-assessment-service:8083\"}")
                .anyMatch(
                        variable -> variable.contains("DEMARC_EDGE_HOSTS") && variable.contains(",demarc.example.com"));
    }

    @Test
    void letsTheCatalogAloneCreateTopics() {
        Chart chart = Chart.usual().set("kafka.replicationFactor", 3);

        assertThat(chart.environment("catalog-service"))
                .contains(
                        "{\"name\":\"DEMARC_TOPICS_CREATE\",\"value\":\"true\"}",
                        "{\"name\":\"DEMARC_TOPICS_REPLICATION_FACTOR\",\"value\":\"3\"}");
        assertThat(chart.ofKind("Deployment"))
                .filteredOn(deployment -> deployment.toString().contains("DEMARC_TOPICS_"))
                .hasSize(1);
    }

    @Test
    void tellsTheScannerAloneTheExternalIdOfItsRole() {
        Chart chart = Chart.usual().set("scanner.externalId", "an-external-id");

        assertThat(chart.environment("scanner-service"))
                .contains(
                        "{\"name\":\"DEMARC_AWS_ROLE_NAME\",\"value\":\"DemarcReadOnly\"}",
                        "{\"name\":\"DEMARC_AWS_EXTERNAL_ID\",\"value\":\"an-external-id\"}");
        assertThat(chart.ofKind("Deployment"))
                .filteredOn(deployment -> deployment.toString().contains("DEMARC_AWS_"))
                .hasSize(1);
    }

    @Test
    void pinsAnImageByTheDigestThatIsGiven() {
        String digest = "sha256:" + "0f".repeat(32);

        assertThat(image(Chart.usual().set("services.gateway.digest", digest))).isEqualTo("demarc/gateway@" + digest);
        assertThat(image(Chart.usual())).isEqualTo("demarc/gateway:0.1.0");
        assertThatThrownBy(() ->
                        Chart.usual().set("services.gateway.digest", "latest").render())
                .hasMessageContaining("digest");
    }

    @Test
    void scalesOnLagWhereAskedTo() {
        Chart chart = Chart.usual().set("autoscaling.enabled", true);

        assertThat(Chart.stream(chart.one("ScaledObject", "scanner-service").at("/spec/triggers")))
                .extracting(trigger -> trigger.at("/metadata/consumerGroup").asText() + " on "
                        + trigger.at("/metadata/topic").asText())
                .containsExactly(
                        "demarc-scan-workers on demarc.scan-tasks", "demarc-scan-workers-now on demarc.scan-tasks.now");
        assertThat(chart.ofKind("ScaledObject")).hasSize(2);
    }

    @Test
    void letsTheScalerInToASecuredKafka() {
        Chart secured = Chart.usual().set("autoscaling.enabled", true).set("kafka.securityProtocol", "SASL_SSL");

        assertThatThrownBy(secured::render).hasMessageContaining("autoscaling.kafkaAuthentication is required");

        assertThat(secured.set("autoscaling.kafkaAuthentication", "keda-kafka").ofKind("ScaledObject"))
                .allSatisfy(scaled -> assertThat(Chart.stream(scaled.at("/spec/triggers")))
                        .allMatch(trigger ->
                                trigger.at("/authenticationRef/name").asText().equals("keda-kafka")));
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> Chart.bare().set("edge.keySecret", "edge-key").render())
                .hasMessageContaining("is required");
        assertThatThrownBy(() -> Chart.bare().render()).hasMessageContaining("edge.keySecret or edge.key is required");
    }

    private static String image(Chart chart) {
        return chart.one("Deployment", "gateway")
                .at("/spec/template/spec/containers/0/image")
                .asText();
    }
}
