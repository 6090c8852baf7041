package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Documents;
import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EnvironmentError;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/** Lambda functions, with who may call them, how their runtime is updated, and what their role may do. */
@Singleton
public final class LambdaFunctionCollector implements Collector {
    private static final Set<String> NONE = Set.of("ResourceNotFoundException");
    private static final int FORBIDDEN = 403;

    /** What is read once for all functions. */
    private record Shared(RolePolicies roles, Joined<Map<String, String>> zones) {}

    @Override
    public String type() {
        return "AWS::Lambda::Function";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of(
                "AWS::EC2::Subnet",
                "AWS::IAM::ManagedPolicy",
                "AWS::IAM::Role",
                "AWS::Lambda::Permission",
                "AWS::Lambda::Url");
    }

    @Override
    public void read(Reading reading) {
        LambdaClient lambda = reading.aws().client(LambdaClient.class, LambdaClient::builder);
        IamClient iam = reading.aws().iam();
        Shared shared = new Shared(
                new RolePolicies(iam, "lambda.amazonaws.com"),
                Joined.read("ec2:DescribeSubnets", Map.of(), Set.of(), () -> zones(reading)));
        reading.each(
                "lambda:ListFunctions",
                () -> lambda.listFunctionsPaginator().functions().stream(),
                function -> item(reading, lambda, function, shared));
    }

    private static Map<String, String> zones(Reading reading) {
        Map<String, String> zones = new HashMap<>();
        reading.aws()
                .ec2()
                .describeSubnetsPaginator()
                .subnets()
                .forEach(subnet -> zones.put(subnet.subnetId(), subnet.availabilityZoneId()));
        return zones;
    }

    private static ItemBuilder item(
            Reading reading, LambdaClient lambda, FunctionConfiguration function, Shared shared) {
        String name = function.functionName();
        Joined<Map<String, Map<String, @Nullable Object>>> roles =
                shared.roles().byArn();
        return reading.item(name)
                .arn(function.functionArn())
                .name(name)
                .configuration(canonical(function))
                .tags("lambda:ListTags", Set.of(), Map.Entry::getKey, Map.Entry::getValue, () -> lambda.listTags(
                                request -> request.resource(function.functionArn()))
                        .tags()
                        .entrySet())
                .detail(
                        "policy",
                        "lambda:GetPolicy",
                        NONE,
                        () -> Documents.parse(lambda.getPolicy(request -> request.functionName(name))
                                .policy()))
                .detail(
                        "functionUrlConfigs", "lambda:ListFunctionUrlConfigs", () -> lambda
                                .listFunctionUrlConfigsPaginator(request -> request.functionName(name))
                                .functionUrlConfigs()
                                .stream()
                                .map(url -> Members.only(
                                        canonical(url), "functionArn", "functionUrl", "authType", "cors", "invokeMode"))
                                .toList())
                .detail(
                        "runtimeManagementConfig",
                        "lambda:GetRuntimeManagementConfig",
                        NONE,
                        () -> Members.only(
                                canonical(lambda.getRuntimeManagementConfig(request -> request.functionName(name))),
                                "updateRuntimeOn",
                                "runtimeVersionArn"))
                .detail("executionRole", roles, () -> roles.value().get(function.role()))
                .detail(
                        "availabilityZones",
                        shared.zones(),
                        () -> zonesOf(function, shared.zones().value()))
                .detail("variablesHaveSecret", "kms:Decrypt", () -> variablesHaveSecret(function));
    }

    private static @Nullable Object zonesOf(FunctionConfiguration function, Map<String, String> zones) {
        List<String> subnets =
                function.vpcConfig() == null ? List.of() : function.vpcConfig().subnetIds();
        return subnets.isEmpty()
                ? null
                : subnets.stream()
                        .map(subnet -> zones.getOrDefault(subnet, subnet))
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** AWS says within its answer when it could not decrypt the variables for us. */
    private static boolean variablesHaveSecret(FunctionConfiguration function) {
        EnvironmentResponse environment = function.environment();
        if (environment == null) {
            return false;
        }
        if (environment.error() != null) {
            throw refusal(environment.error());
        }
        return VariableSecrets.in(environment.variables());
    }

    private static RuntimeException refusal(EnvironmentError error) {
        String code = String.valueOf(error.errorCode());
        return LambdaException.builder()
                .statusCode(FORBIDDEN)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }
}
