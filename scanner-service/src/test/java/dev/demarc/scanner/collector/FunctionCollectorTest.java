package dev.demarc.scanner.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Unread;
import dev.demarc.scanner.aws.AwsClients;
import dev.demarc.scanner.aws.AwsProxy;
import dev.demarc.scanner.aws.EmulatedAws;
import dev.demarc.scanner.aws.Moto;
import dev.demarc.scanner.scan.LiveScan;
import dev.demarc.scanner.scan.Recorded;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Runtime;

class FunctionCollectorTest {
    private static final String REGION = "eu-central-1";
    private static final Scope FUNCTIONS = new Scope(Moto.ACCOUNT, REGION, "AWS::Lambda::Function");
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";
    private static final String EVERYTHING =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

    @RegisterExtension
    private final EmulatedAws emulated = new EmulatedAws();

    private final AwsProxy proxy = emulated.proxy()
            .json("/urls", "{\"FunctionUrlConfigs\":[]}")
            .json("/runtime-management-config", "{\"UpdateRuntimeOn\":\"Manual\",\"RuntimeVersionArn\":\"arn:v1\"}");
    private final AwsClients aws = emulated.clients(REGION);
    private final LambdaClient lambda = aws.client(LambdaClient.class, LambdaClient::builder);

    @BeforeEach
    void anEmptyAccount() {
        aws.iam()
                .createRole(request -> request.roleName("worker").path("/apps/").assumeRolePolicyDocument(TRUST));
    }

    @Test
    void joinsWhoMayCallAFunctionAndHowItsRuntimeIsUpdated() {
        create("open", Map.of());
        lambda.addPermission(request -> request.functionName("open")
                .statementId("anyone")
                .principal("*")
                .action("lambda:InvokeFunction"));
        proxy.json("/urls", "{\"FunctionUrlConfigs\":[{\"FunctionUrl\":\"https://u\",\"AuthType\":\"NONE\"}]}");

        ResourceConfiguration function =
                LiveScan.at(proxy.endpoint(), FUNCTIONS).item("open");

        assertThat(function.unread()).isEmpty();
        assertThat(function.tags()).containsExactly(Map.entry("team", "web"));
        assertThat(function.configuration())
                .containsEntry("runtime", "python3.13")
                .containsEntry("packageType", "Zip");
        assertThat(function.supplementaryConfiguration())
                .containsEntry("availabilityZones", null)
                .extracting("runtimeManagementConfig.updateRuntimeOn", "policy.Statement", "functionUrlConfigs")
                .extracting(Object::toString)
                .satisfiesExactly(
                        mode -> assertThat(mode).isEqualTo("Manual"),
                        policy -> assertThat(policy).contains("lambda:InvokeFunction", "Principal=*"),
                        urls -> assertThat(urls).contains("authType=NONE"));
    }

    @Test
    void writesNullWhereAFunctionHasNoPolicyAndNamesItsRolesPolicies() {
        aws.iam()
                .putRolePolicy(
                        request -> request.roleName("worker").policyName("all").policyDocument(EVERYTHING));
        aws.iam().attachRolePolicy(request -> request.roleName("worker")
                .policyArn("arn:aws:iam::aws:policy/AdministratorAccess"));
        create("plain", Map.of());

        ResourceConfiguration function =
                LiveScan.at(proxy.endpoint(), FUNCTIONS).item("plain");

        assertThat(function.supplementaryConfiguration())
                .containsEntry("policy", null)
                .extracting("executionRole.path", "executionRole.attachedPolicies", "executionRole.rolePolicies")
                .extracting(Object::toString)
                .satisfiesExactly(
                        path -> assertThat(path).isEqualTo("/apps/"),
                        attached -> assertThat(attached).contains("AdministratorAccess", "document=null"),
                        inline -> assertThat(inline).contains("all={Statement=", "Resource=*"));
    }

    @Test
    void sendsTheNamesOfVariablesAndWhetherOneIsASecretButNoValue() {
        create("secretive", Map.of("DB_PASSWORD", "hunter2-hunter2", "STAGE", "prod-eu"));
        create("careful", Map.of("DB_SECRET", "arn:aws:secretsmanager:eu-central-1:1:secret:db"));

        Recorded recorded = LiveScan.at(proxy.endpoint(), FUNCTIONS);

        assertThat(recorded.item("secretive").supplementaryConfiguration()).containsEntry("variablesHaveSecret", true);
        assertThat(recorded.item("careful").supplementaryConfiguration()).containsEntry("variablesHaveSecret", false);
        assertThat(recorded.text()).contains("DB_PASSWORD", "STAGE").doesNotContain("hunter2", "prod-eu", "secret:db");
    }

    @Test
    void functionWhosePolicyAndRoleAreDeniedIsReadButForThem() {
        create("locked", Map.of());
        proxy.refuse("/functions/locked/policy", 403, "AccessDeniedException")
                .refuse("GetAccountAuthorizationDetails", 403, "AccessDenied");

        ResourceConfiguration function =
                LiveScan.at(proxy.endpoint(), FUNCTIONS).item("locked");

        assertThat(function.unread())
                .containsExactlyInAnyOrder(
                        new Unread("supplementaryConfiguration.policy", "access denied", "lambda:GetPolicy"),
                        new Unread(
                                "supplementaryConfiguration.executionRole",
                                "access denied",
                                "iam:GetAccountAuthorizationDetails"));
        assertThat(function.supplementaryConfiguration()).doesNotContainKeys("policy", "executionRole");
    }

    @Test
    void variablesThatMayNotBeDecryptedAreUnreadAndNameThePermission() {
        String listed =
                "{\"Functions\":[{\"FunctionName\":\"sealed\",\"FunctionArn\":\"arn:aws:lambda:eu-central-1:123456789012:function:sealed\",\"Role\":\"arn:aws:iam::123456789012:role/none\",\"Environment\":{\"Error\":{\"ErrorCode\":\"AccessDeniedException\",\"Message\":\"key alias/private\"}}}]}";
        proxy.json("/2015-03-31/functions ", listed)
                .json("/2017-03-31/tags", "{\"Tags\":{}}")
                .refuse("/functions/sealed/policy", 404, "ResourceNotFoundException");

        Recorded recorded = LiveScan.at(proxy.endpoint(), FUNCTIONS);

        assertThat(recorded.item("sealed").unread())
                .contains(new Unread("supplementaryConfiguration.variablesHaveSecret", "access denied", "kms:Decrypt"));
        assertThat(recorded.item("sealed").supplementaryConfiguration())
                .containsEntry("executionRole", null)
                .doesNotContainKey("variablesHaveSecret");
        assertThat(recorded.text()).doesNotContain("alias/private");
    }

    private void create(String name, Map<String, String> variables) {
        lambda.createFunction(request -> request.functionName(name)
                .runtime(Runtime.PYTHON3_13)
                .role("arn:aws:iam::%s:role/apps/worker".formatted(Moto.ACCOUNT))
                .handler("main.handler")
                .tags(Map.of("team", "web"))
                .environment(environment -> environment.variables(variables))
                .code(code -> code.zipFile(SdkBytes.fromString("no archive", StandardCharsets.UTF_8))));
    }
}
