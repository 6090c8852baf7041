package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Route;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

/** Stages of HTTP and WebSocket interfaces, with the interface and its routes. */
@Singleton
public final class ApiGatewayV2StageCollector implements Collector {
    private static final String PERMISSION = "apigateway:GET";

    /** One stage and the interface that it is of. */
    private record StageOfApi(Api api, Stage stage) {}

    @Override
    public String type() {
        return "AWS::ApiGatewayV2::Stage";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of("AWS::ApiGatewayV2::Api", "AWS::ApiGatewayV2::Route");
    }

    @Override
    public void read(Reading reading) {
        ApiGatewayV2Client gateway = reading.aws().client(ApiGatewayV2Client.class, ApiGatewayV2Client::builder);
        reading.each(
                PERMISSION,
                () -> apis(gateway).stream().flatMap(api -> stages(gateway, api)),
                stage -> item(reading, gateway, stage.api(), stage.stage()));
    }

    private static ItemBuilder item(Reading reading, ApiGatewayV2Client gateway, Api api, Stage stage) {
        String arn = "arn:%s:apigateway:%s::/apis/%s/stages/%s"
                .formatted(reading.aws().partition(), reading.scope().region(), api.apiId(), stage.stageName());
        Map<String, @Nullable Object> configuration = canonical(stage);
        configuration.put("apiId", api.apiId());
        return reading.item(arn)
                .arn(arn)
                .name("%s/%s".formatted(api.name(), stage.stageName()))
                .configuration(configuration)
                .tags(stage.tags().entrySet(), Map.Entry::getKey, Map.Entry::getValue)
                .detail(
                        "api",
                        PERMISSION,
                        () -> Members.only(
                                canonical(api), "apiId", "name", "protocolType", "disableExecuteApiEndpoint"))
                .detail("routes", PERMISSION, () -> routes(gateway, api));
    }

    private static List<Api> apis(ApiGatewayV2Client gateway) {
        return Pages.<GetApisResponse, Api>all(
                token -> gateway.getApis(request -> request.nextToken(token)),
                page -> page.items(),
                page -> page.nextToken());
    }

    private static Stream<StageOfApi> stages(ApiGatewayV2Client gateway, Api api) {
        return Pages.<GetStagesResponse, Stage>all(
                        token -> gateway.getStages(
                                request -> request.apiId(api.apiId()).nextToken(token)),
                        page -> page.items(),
                        page -> page.nextToken())
                .stream()
                .map(stage -> new StageOfApi(api, stage));
    }

    private static List<Object> routes(ApiGatewayV2Client gateway, Api api) {
        List<Object> routes = new ArrayList<>();
        for (Route route : Pages.<GetRoutesResponse, Route>all(
                token -> gateway.getRoutes(request -> request.apiId(api.apiId()).nextToken(token)),
                page -> page.items(),
                page -> page.nextToken())) {
            routes.add(Members.only(canonical(route), "routeKey", "authorizationType", "apiKeyRequired"));
        }
        return routes;
    }
}
