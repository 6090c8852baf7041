package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What runs the customer's code: functions, environments, containers, their images and interfaces, and what scans them. */
final class Applications implements Family {
    static final String INSPECTOR = "AWS::InspectorV2::AccountStatus";

    private static final String STAGE = "AWS::ApiGateway::Stage";
    private static final String HTTP_STAGE = "AWS::ApiGatewayV2::Stage";

    private final SampleAccount account;
    private final Dice dice;
    private final Functions functions;
    private final Environments environments;
    private final Containers containers;

    Applications(SampleAccount account) {
        this.account = account;
        this.dice = new Dice(account.id() + " applications", account.quality());
        this.functions = new Functions(account, dice);
        this.environments = new Environments(account, dice);
        this.containers = new Containers(account, dice);
    }

    @Override
    public Set<String> types(String region) {
        return region.equals(Scope.GLOBAL)
                ? Set.of()
                : Set.of(
                        Functions.TYPE,
                        Environments.TYPE,
                        Containers.SERVICE,
                        Containers.TASK_DEFINITION,
                        Containers.REPOSITORY,
                        STAGE,
                        HTTP_STAGE,
                        INSPECTOR);
    }

    /** Code runs in the first region, and in the second a little; the others are only watched. */
    @Override
    public List<Item> items(String region, boolean later) {
        if (region.equals(Scope.GLOBAL)) {
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        items.add(inspector(region));
        int place = SampleAccount.REGIONS.indexOf(region);
        if (place == 0) {
            for (int number = 1; number <= 4; number++) {
                items.add(functions.function(region, number));
            }
            items.add(environments.environment(region));
            items.addAll(containers.of(region));
            items.add(stage(region));
            items.add(httpStage(region));
        } else if (place == 1) {
            items.add(functions.function(region, 1));
            items.add(containers.repository(region));
        }
        return items;
    }

    private Item inspector(String region) {
        boolean on = dice.good();
        String status = on ? "ENABLED" : "DISABLED";
        boolean functionsToo = on && dice.good();
        return new Item(
                        new Scope(account.id(), region, INSPECTOR),
                        account.id(),
                        "arn:aws:iam::%s:root".formatted(account.id()))
                .tag("Name", "Amazon Inspector")
                .with("accountId", account.id())
                .with("state", Map.of("status", status))
                .with(
                        "resourceState",
                        Map.of(
                                "ec2", Map.of("status", status),
                                "ecr", Map.of("status", status),
                                "lambda", Map.of("status", functionsToo ? "ENABLED" : "DISABLED"),
                                "lambdaCode", Map.of("status", "DISABLED")))
                .beside(
                        "activeFindings",
                        Map.of("critical", on && !dice.good() && dice.oneIn(2), "high", on && !dice.good()));
    }

    private Item stage(String region) {
        String workload = dice.of(account.workloads());
        String api = dice.hex(10);
        String arn = "arn:aws:apigateway:%s::/restapis/%s/stages/live".formatted(region, api);
        boolean isPrivate = dice.oneIn(6);
        return new Item(new Scope(account.id(), region, STAGE), arn, arn)
                .tag("Name", workload + "/live")
                .tag("team", dice.oneIn(8) ? null : account.team())
                .tag("workload", workload)
                .with("restApiId", api)
                .with("stageName", "live")
                .with(
                        "webAclArn",
                        dice.good()
                                ? "arn:aws:wafv2:%s:%s:regional/webacl/%s/%s"
                                        .formatted(region, account.id(), workload, dice.hex(8))
                                : null)
                .with("clientCertificateId", dice.oneIn(2) ? dice.hex(6) : null)
                .beside("methods", List.of(method("GET", dice.good()), method("OPTIONS", false)))
                .with("methodSettings", dice.good() ? Map.of("*/*", Map.of("loggingLevel", "ERROR")) : Map.of())
                .beside(
                        "restApi",
                        Map.of(
                                "name",
                                workload,
                                "endpointConfiguration",
                                Map.of("types", List.of(isPrivate ? "PRIVATE" : "REGIONAL"))))
                .beside(
                        "domainNames",
                        isPrivate
                                ? List.of()
                                : List.of(Map.of(
                                        "domainName",
                                        workload + ".example.com",
                                        "securityPolicy",
                                        dice.good() ? "TLS_1_2" : "TLS_1_0")));
    }

    private static Map<String, Object> method(String name, boolean asks) {
        return Map.of("path", "/", "httpMethod", name, "authorizationType", asks ? "AWS_IAM" : "NONE");
    }

    /** An HTTP interface beside the REST one. */
    private Item httpStage(String region) {
        String workload = account.workloads().get(0);
        String api = dice.hex(10);
        String arn = "arn:aws:apigateway:%s::/apis/%s/stages/$default".formatted(region, api);
        boolean logs = dice.good();
        boolean asks = dice.good();
        Item stage = new Item(new Scope(account.id(), region, HTTP_STAGE), arn, arn)
                .tag("Name", workload + "/$default")
                .tag("team", account.team())
                .tag("workload", workload)
                .with("apiId", api)
                .with("stageName", "$default")
                .beside("api", Map.of("apiId", api, "name", workload, "protocolType", "HTTP"))
                .beside(
                        "routes",
                        List.of(Map.of("routeKey", "GET /" + workload, "authorizationType", asks ? "JWT" : "NONE")));
        return stage.with(
                "accessLogSettings",
                logs
                        ? Map.of(
                                "destinationArn",
                                "arn:aws:logs:%s:%s:log-group:%s".formatted(region, account.id(), workload))
                        : null);
    }
}
