package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.BasePathMapping;
import software.amazon.awssdk.services.apigateway.model.DomainName;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.RestApi;
import software.amazon.awssdk.services.apigateway.model.Stage;

/** Stages of REST interfaces, with the interface and the domain names that lead to them. */
@Singleton
public final class ApiGatewayStageCollector implements Collector {
    /** API Gateway has one permission for everything that reads. */
    private static final String PERMISSION = "apigateway:GET";

    /** One stage and the interface that it is of. */
    private record StageOfApi(RestApi api, Stage stage) {}

    @Override
    public String type() {
        return "AWS::ApiGateway::Stage";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of(
                "AWS::ApiGateway::BasePathMapping",
                "AWS::ApiGateway::DomainName",
                "AWS::ApiGateway::Method",
                "AWS::ApiGateway::RestApi");
    }

    @Override
    public void read(Reading reading) {
        ApiGatewayClient gateway = reading.aws().client(ApiGatewayClient.class, ApiGatewayClient::builder);
        Joined<Map<String, List<Object>>> domains =
                Joined.read(PERMISSION, Map.of(), Set.of(), () -> domainsByStage(gateway));
        reading.each(
                PERMISSION,
                () -> gateway.getRestApisPaginator().items().stream()
                        .flatMap(api -> gateway.getStages(request -> request.restApiId(api.id())).item().stream()
                                .map(stage -> new StageOfApi(api, stage))),
                stage -> item(reading, stage.api(), stage.stage(), domains)
                        .detail("methods", PERMISSION, () -> methods(gateway, stage.api())));
    }

    private static ItemBuilder item(
            Reading reading, RestApi api, Stage stage, Joined<Map<String, List<Object>>> domains) {
        String arn = "arn:%s:apigateway:%s::/restapis/%s/stages/%s"
                .formatted(reading.aws().partition(), reading.scope().region(), api.id(), stage.stageName());
        return reading.item(arn)
                .arn(arn)
                .name("%s/%s".formatted(api.name(), stage.stageName()))
                .configuration(configuration(api, stage))
                .tags(stage.tags().entrySet(), Map.Entry::getKey, Map.Entry::getValue)
                .detail(
                        "restApi",
                        PERMISSION,
                        () -> Members.only(
                                canonical(api),
                                "id",
                                "name",
                                "endpointConfiguration",
                                "disableExecuteApiEndpoint",
                                "apiKeySource"))
                .detail("domainNames", domains, () -> domainNames(domains.value(), api.id(), stage.stageName()));
    }

    private static List<Object> methods(ApiGatewayClient gateway, RestApi api) {
        List<Object> methods = new ArrayList<>();
        for (Resource resource : gateway.getResourcesPaginator(
                        request -> request.restApiId(api.id()).embed("methods"))
                .items()) {
            resource.resourceMethods().forEach((name, method) -> {
                Map<String, @Nullable Object> form =
                        Members.only(canonical(method), "authorizationType", "apiKeyRequired");
                form.put("path", resource.path());
                form.put("httpMethod", name);
                methods.add(form);
            });
        }
        return methods;
    }

    private static Map<String, @Nullable Object> configuration(RestApi api, Stage stage) {
        Map<String, @Nullable Object> configuration = canonical(stage);
        configuration.put("restApiId", api.id());
        return configuration;
    }

    /** A mapping without a stage leads to every stage of its interface. */
    private static List<Object> domainNames(Map<String, List<Object>> domains, String api, String stage) {
        List<Object> names = new ArrayList<>(domains.getOrDefault(api + "/", List.of()));
        names.addAll(domains.getOrDefault(api + "/" + stage, List.of()));
        return names;
    }

    private static Map<String, List<Object>> domainsByStage(ApiGatewayClient gateway) {
        Map<String, List<Object>> byStage = new HashMap<>();
        for (DomainName domain : gateway.getDomainNamesPaginator().items()) {
            Map<String, @Nullable Object> form =
                    Members.only(canonical(domain), "domainName", "securityPolicy", "mutualTlsAuthentication");
            for (BasePathMapping mapping : gateway.getBasePathMappingsPaginator(
                            request -> request.domainName(domain.domainName()))
                    .items()) {
                String stage = mapping.stage() == null ? "" : mapping.stage();
                byStage.computeIfAbsent(mapping.restApiId() + "/" + stage, key -> new ArrayList<>())
                        .add(form);
            }
        }
        return byStage;
    }
}
