package dev.demarc.scanner.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.scanner.aws.AwsClients;
import dev.demarc.scanner.aws.AwsProxy;
import dev.demarc.scanner.aws.EmulatedAws;
import dev.demarc.scanner.scan.LiveScan;
import dev.demarc.scanner.scan.Recorded;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;

class ApiGatewayCollectorsTest {
    @RegisterExtension
    private final EmulatedAws emulated = new EmulatedAws();

    private final AwsProxy proxy = emulated.proxy();
    private final AwsClients aws = emulated.clients(EmulatedAws.REGION);

    @Test
    void joinsAStageWithItsInterfaceAndTheNamesThatLeadToIt() {
        ApiGatewayClient gateway = aws.client(ApiGatewayClient.class, ApiGatewayClient::builder);
        String api = gateway.createRestApi(request -> request.name("orders")).id();
        String root = gateway.getResources(request -> request.restApiId(api))
                .items()
                .get(0)
                .id();
        gateway.putMethod(request ->
                request.restApiId(api).resourceId(root).httpMethod("GET").authorizationType("NONE"));
        gateway.putIntegration(request ->
                request.restApiId(api).resourceId(root).httpMethod("GET").type("MOCK"));
        String deployment =
                gateway.createDeployment(request -> request.restApiId(api)).id();
        gateway.createStage(request -> request.restApiId(api)
                .stageName("prod")
                .deploymentId(deployment)
                .variables(Map.of("backendKey", "hidden-value")));
        proxy.json("/domainnames ", "{\"item\":[{\"domainName\":\"api.example.com\",\"securityPolicy\":\"TLS_1_0\"}]}")
                .json(
                        "/basepathmappings",
                        "{\"item\":[{\"basePath\":\"(none)\",\"restApiId\":\"%s\",\"stage\":\"prod\"}]}"
                                .formatted(api));

        Recorded recorded = LiveScan.at(proxy.endpoint(), emulated.scope("AWS::ApiGateway::Stage"));

        ResourceConfiguration stage =
                recorded.item("arn:aws:apigateway:eu-central-1::/restapis/%s/stages/prod".formatted(api));
        assertThat(stage.unread()).isEmpty();
        assertThat(stage.resourceName()).isEqualTo("orders/prod");
        assertThat(stage.configuration()).containsEntry("webAclArn", null).containsEntry("restApiId", api);
        assertThat(stage.supplementaryConfiguration())
                .extracting("methods")
                .asString()
                .contains("authorizationType=NONE", "httpMethod=GET");
        assertThat(stage.supplementaryConfiguration())
                .extracting("restApi.name", "domainNames")
                .extracting(Object::toString)
                .satisfiesExactly(name -> assertThat(name).isEqualTo("orders"), names -> assertThat(names)
                        .contains("api.example.com", "securityPolicy=TLS_1_0"));
        assertThat(recorded.text()).contains("backendKey").doesNotContain("hidden-value");
    }

    @Test
    void joinsAStageOfAnHttpInterfaceWithItsRoutes() {
        ApiGatewayV2Client gateway = aws.client(ApiGatewayV2Client.class, ApiGatewayV2Client::builder);
        String api = gateway.createApi(request -> request.name("orders").protocolType(ProtocolType.HTTP))
                .apiId();
        gateway.createRoute(request -> request.apiId(api).routeKey("GET /orders"));
        gateway.createStage(
                request -> request.apiId(api).stageName("prod").stageVariables(Map.of("backendKey", "hidden-value")));

        Recorded recorded = LiveScan.at(proxy.endpoint(), emulated.scope("AWS::ApiGatewayV2::Stage"));

        ResourceConfiguration stage =
                recorded.item("arn:aws:apigateway:eu-central-1::/apis/%s/stages/prod".formatted(api));
        assertThat(stage.unread()).isEmpty();
        assertThat(stage.resourceName()).isEqualTo("orders/prod");
        assertThat(stage.configuration()).containsEntry("accessLogSettings", null);
        assertThat(stage.supplementaryConfiguration())
                .extracting("api.protocolType", "routes")
                .extracting(Object::toString)
                .satisfiesExactly(protocol -> assertThat(protocol).isEqualTo("HTTP"), routes -> assertThat(routes)
                        .contains("routeKey=GET /orders", "authorizationType=NONE"));
        assertThat(recorded.text()).contains("backendKey").doesNotContain("hidden-value");
    }
}
