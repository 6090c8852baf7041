package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lambda functions, with who may call them and what their roles may do. */
final class Functions {
    static final String TYPE = "AWS::Lambda::Function";

    private static final String BASIC = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
    private static final String ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";

    private final SampleAccount account;
    private final Dice dice;

    Functions(SampleAccount account, Dice dice) {
        this.account = account;
        this.dice = dice;
    }

    Item function(String region, int number) {
        String workload = dice.of(account.workloads());
        String name = "%s-%s-%d".formatted(workload, dice.of(List.of("resize", "notify", "import", "report")), number);
        String arn = "arn:aws:lambda:%s:%s:function:%s".formatted(region, account.id(), name);
        boolean image = dice.oneIn(6);
        boolean inNetwork = dice.oneIn(3);
        return new Item(new Scope(account.id(), region, TYPE), name, arn)
                .tag("Name", name)
                .tag("team", dice.oneIn(8) ? null : account.team())
                .tag("workload", workload)
                .with("functionName", name)
                .with("packageType", image ? "Image" : "Zip")
                .with("runtime", image ? null : runtime())
                .with("role", "arn:aws:iam::%s:role/%s".formatted(account.id(), workload))
                .with("environment", Map.of("variables", Map.of("STAGE", "masked")))
                .beside("policy", dice.good() ? invocableBy(arn, true) : invocableBy(arn, !dice.oneIn(3)))
                .beside(
                        "functionUrlConfigs",
                        dice.oneIn(3)
                                ? List.of(Map.of("functionArn", arn, "authType", dice.good() ? "AWS_IAM" : "NONE"))
                                : List.of())
                .beside("runtimeManagementConfig", image ? null : Map.of("updateRuntimeOn", mode()))
                .beside("executionRole", role(workload, dice.good() || !dice.oneIn(3)))
                .beside("availabilityZones", inNetwork ? zones(dice.good()) : null)
                .beside("variablesHaveSecret", !dice.good() && dice.oneIn(3));
    }

    private String runtime() {
        return dice.good()
                ? dice.of(List.of("python3.14", "nodejs24.x", "java21", "dotnet8"))
                : dice.of(List.of("python3.8", "nodejs16.x", "java8"));
    }

    private String mode() {
        return dice.oneIn(4) ? dice.of(List.of("FunctionUpdate", "Manual")) : "Auto";
    }

    private Map<String, Object> invocableBy(String arn, boolean ownAccountOnly) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Effect", "Allow");
        statement.put("Principal", ownAccountOnly ? Map.of("Service", "events.amazonaws.com") : "*");
        statement.put("Action", "lambda:InvokeFunction");
        statement.put("Resource", arn);
        if (ownAccountOnly) {
            statement.put("Condition", Map.of("StringEquals", Map.of("AWS:SourceAccount", account.id())));
        }
        return Map.of("Version", "2012-10-17", "Statement", List.of(statement));
    }

    private static Map<String, Object> role(String name, boolean modest) {
        Map<String, @Nullable Object> attached = new LinkedHashMap<>();
        attached.put("policyName", modest ? "AWSLambdaBasicExecutionRole" : "AdministratorAccess");
        attached.put("policyArn", modest ? BASIC : ADMINISTRATOR);
        attached.put("document", null);
        return Map.of("roleName", name, "path", "/", "attachedPolicies", List.of(attached), "rolePolicies", Map.of());
    }

    private static List<String> zones(boolean several) {
        return several ? List.of("euc1-az1", "euc1-az2") : List.of("euc1-az2");
    }
}
