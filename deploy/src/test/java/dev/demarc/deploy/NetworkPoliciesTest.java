package dev.demarc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkPoliciesTest {
    @Test
    void refusesBothWaysWhatNoRuleNames() {
        Chart chart = Chart.usual();

        assertThat(Chart.SERVICES)
                .allSatisfy(service -> assertThat(policy(chart, service).path("policyTypes"))
                        .extracting(JsonNode::asText)
                        .containsExactly("Ingress", "Egress"));
    }

    @Test
    void letsTheGatewayAloneIntoTheOtherServices() {
        Chart chart = Chart.usual();

        assertThat(List.of("catalog-service", "scanner-service", "assessment-service"))
                .allSatisfy(service -> {
                    JsonNode ingress = policy(chart, service).path("ingress");
                    assertThat(ingress).hasSize(1);
                    assertThat(ingress.at("/0/from/0/podSelector/matchLabels/app.kubernetes.io~1name")
                                    .asText())
                            .isEqualTo("gateway");
                });
    }

    @Test
    void letsNobodyIntoAGatewayThatIsNotOpenAndTheNamespaceIntoOneThatIs() {
        assertThat(policy(Chart.usual(), "gateway").path("ingress")).isEmpty();

        assertThat(policy(Chart.usual().set("gateway.open", true), "gateway").at("/ingress/0/from"))
                .hasToString("[{\"podSelector\":{}}]");
    }

    @Test
    void letsEachServiceOutToWhatItNeedsAlone() {
        Chart chart = Chart.usual();

        assertThat(ports(chart, "catalog-service")).containsExactly(53, 53, 9092, 5432);
        assertThat(ports(chart, "assessment-service")).containsExactly(53, 53, 9092, 6432);
        assertThat(ports(chart, "scanner-service")).containsExactly(53, 53, 9092, 443);
        assertThat(ports(chart, "gateway")).containsExactly(53, 53, 9092, 8081, 8082, 8083);
    }

    @Test
    void keepsTheScannerFromTheNodesCredentials() {
        assertThat(policy(Chart.usual(), "scanner-service").at("/egress/2/to"))
                .hasToString("[{\"ipBlock\":{\"cidr\":\"0.0.0.0/0\",\"except\":[\"169.254.0.0/16\"]}}]");
    }

    @Test
    void followsTheBrokersAndTheirAdvertisedPorts() {
        Chart chart = Chart.usual()
                .set("kafka.bootstrapServers", "a:9093, b:9094")
                .set("network.kafkaPorts[0]", 9100)
                .set("network.kafkaTo[0].ipBlock.cidr", "10.0.0.0/8");

        assertThat(ports(chart, "gateway")).contains(9093, 9094, 9100);
        assertThat(policy(chart, "gateway").at("/egress/1/to/0/ipBlock/cidr").asText())
                .isEqualTo("10.0.0.0/8");
    }

    @Test
    void letsTheReaderOfMetricsIntoAllServices() {
        Chart chart = Chart.usual().set("network.metricsFrom[0].podSelector.matchLabels.app", "prometheus");

        assertThat(Chart.SERVICES).allSatisfy(service -> assertThat(
                        policy(chart, service).path("ingress").toString())
                .contains("\"app\":\"prometheus\""));
    }

    @Test
    void writesNoneWhereAskedNotTo() {
        assertThat(Chart.usual().set("network.policies", false).ofKind("NetworkPolicy"))
                .isEmpty();
    }

    private static JsonNode policy(Chart chart, String service) {
        return chart.one("NetworkPolicy", service).path("spec");
    }

    private static List<Integer> ports(Chart chart, String service) {
        return Chart.stream(policy(chart, service).path("egress"))
                .flatMap(rule -> Chart.stream(rule.path("ports")))
                .map(port -> port.path("port").asInt())
                .toList();
    }
}
