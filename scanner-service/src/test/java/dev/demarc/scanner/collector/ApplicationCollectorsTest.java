package dev.demarc.scanner.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Unread;
import dev.demarc.scanner.aws.AwsClients;
import dev.demarc.scanner.aws.AwsProxy;
import dev.demarc.scanner.aws.EmulatedAws;
import dev.demarc.scanner.aws.Moto;
import dev.demarc.scanner.scan.LiveScan;
import dev.demarc.scanner.scan.Recorded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspector2.model.ResourceScanType;

class ApplicationCollectorsTest {
    private static final String REGION = "eu-central-1";

    @RegisterExtension
    private final EmulatedAws emulated = new EmulatedAws();

    private final AwsProxy proxy = emulated.proxy();
    private final AwsClients aws = emulated.clients(REGION);
    private final EcsClient ecs = aws.client(EcsClient.class, EcsClient::builder);

    @Test
    void joinsTheSettingsOfAnEnvironmentAndTheStateOfItsPlatformsBranch() {
        beanstalkEnvironment();
        proxy.xml(
                        "DescribeConfigurationSettings",
                        settings(
                                setting("aws:elasticbeanstalk:managedactions", "ManagedActionsEnabled", "true"),
                                setting("aws:autoscaling:launchconfiguration", "EC2KeyName", "adas-key"),
                                setting("aws:rds:dbinstance", "DBPassword", "hunter2"),
                                setting("aws:elasticbeanstalk:application:environment", "API_TOKEN", "abcd-1234"),
                                setting("aws:elasticbeanstalk:sns:topics", "Notification Endpoint", "ada@example.com")))
                .xml("DescribePlatformVersion", platform("Retired"));

        Recorded recorded = LiveScan.at(proxy.endpoint(), scope("AWS::ElasticBeanstalk::Environment"));

        ResourceConfiguration environment = recorded.items().get(0);
        assertThat(environment.resourceId()).isEqualTo("e-1a2b3c4d5e");
        assertThat(environment.resourceName()).isEqualTo("shop-prod");
        assertThat(environment.unread()).isEmpty();
        assertThat(environment.configuration()).doesNotContainKeys("health", "dateUpdated");
        assertThat(environment.supplementaryConfiguration())
                .containsEntry("variablesHaveSecret", true)
                .extracting("optionSettings", "platformDescription.platformBranchLifecycleState")
                .extracting(Object::toString)
                .satisfiesExactly(
                        settings -> assertThat(settings).contains("ManagedActionsEnabled"),
                        state -> assertThat(state).isEqualTo("Retired"));
        assertThat(recorded.text()).doesNotContain("adas-key", "hunter2", "abcd-1234", "ada@example.com");
    }

    @Test
    void environmentWhoseSettingsAreDeniedIsReadButForThem() {
        beanstalkEnvironment();
        proxy.refuse("DescribeConfigurationSettings", 403, "AccessDenied");

        Recorded recorded = LiveScan.at(proxy.endpoint(), scope("AWS::ElasticBeanstalk::Environment"));

        assertThat(recorded.items().get(0).unread())
                .contains(
                        new Unread(
                                "supplementaryConfiguration.optionSettings",
                                "access denied",
                                "elasticbeanstalk:DescribeConfigurationSettings"),
                        new Unread(
                                "supplementaryConfiguration.variablesHaveSecret",
                                "access denied",
                                "elasticbeanstalk:DescribeConfigurationSettings"));
    }

    @Test
    void tellsOfAServiceWhatItsTasksRunOnAndNotWhatItWishedFor() {
        service("web");
        proxy.json("\"launchType\":\"FARGATE\"", "{\"taskArns\":[]}")
                .json("\"launchType\":\"EXTERNAL\"", "{\"taskArns\":[]}")
                .json("\"launchType\":\"MANAGED_INSTANCES\"", "{\"taskArns\":[\"arn:task/1\"]}")
                .json("\"launchType\":\"EC2\"", "{\"taskArns\":[\"arn:task/2\"]}");

        ResourceConfiguration service = LiveScan.at(proxy.endpoint(), scope("AWS::ECS::Service"))
                .items()
                .get(0);

        assertThat(service.unread()).isEmpty();
        assertThat(service.configuration())
                .containsEntry("launchType", "FARGATE")
                .doesNotContainKeys("events", "runningCount", "deployments");
        assertThat(service.supplementaryConfiguration())
                .containsEntry("runningLaunchTypes", List.of("EC2", "MANAGED_INSTANCES"))
                .extracting("cluster.clusterName")
                .isEqualTo("main");
    }

    @Test
    void serviceWhoseTasksMayNotBeListedIsReadButForThem() {
        service("web");
        proxy.refuse("ListTasks", 400, "AccessDeniedException");

        ResourceConfiguration service = LiveScan.at(proxy.endpoint(), scope("AWS::ECS::Service"))
                .items()
                .get(0);

        assertThat(service.unread())
                .extracting(Unread::path)
                .containsExactly("supplementaryConfiguration.runningLaunchTypes");
        assertThat(service.supplementaryConfiguration()).doesNotContainKey("runningLaunchTypes");
    }

    @Test
    void readsTheNewestRevisionOfAFamilyWithoutItsValues() {
        taskDefinition("web", "STAGE", "first-value");
        taskDefinition("web", "DB_PASSWORD", "hunter2-hunter2");

        Recorded recorded = LiveScan.of(emulated.moto(), scope("AWS::ECS::TaskDefinition"));

        assertThat(recorded.items()).singleElement().satisfies(definition -> {
            assertThat(definition.resourceId()).endsWith("task-definition/web:2");
            assertThat(definition.supplementaryConfiguration()).containsEntry("variablesHaveSecret", true);
        });
        assertThat(recorded.text()).contains("DB_PASSWORD").doesNotContain("hunter2", "first-value", "splunk-1");
    }

    @Test
    void joinsWhoMayPullFromARepositoryAndHowItIsScanned() {
        EcrClient ecr = aws.client(EcrClient.class, EcrClient::builder);
        ecr.createRepository(request ->
                request.repositoryName("web").imageScanningConfiguration(scanning -> scanning.scanOnPush(true)));
        ecr.createRepository(request -> request.repositoryName("open"));
        ecr.setRepositoryPolicy(
                request -> request.repositoryName("open")
                        .policyText(
                                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"ecr:BatchGetImage\"}]}"));

        Recorded recorded = LiveScan.of(emulated.moto(), scope("AWS::ECR::Repository"));

        assertThat(recorded.item("web").unread()).isEmpty();
        assertThat(recorded.item("web").supplementaryConfiguration())
                .containsEntry("repositoryPolicy", null)
                .containsEntry("lifecyclePolicy", null)
                .extracting("scanningConfiguration.scanFrequency")
                .isEqualTo("MANUAL");
        assertThat(recorded.item("web").configuration())
                .extracting("imageScanningConfiguration.scanOnPush")
                .isEqualTo(true);
        assertThat(recorded.item("open").supplementaryConfiguration())
                .extracting("repositoryPolicy.Statement")
                .asString()
                .contains("ecr:BatchGetImage");
    }

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

        Recorded recorded = LiveScan.at(proxy.endpoint(), scope("AWS::ApiGateway::Stage"));

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

        Recorded recorded = LiveScan.at(proxy.endpoint(), scope("AWS::ApiGatewayV2::Stage"));

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

    @Test
    void tellsWhatInspectorScansAndWhetherGraveFindingsAreOpenButNoFinding() {
        Inspector2Client inspector = aws.client(Inspector2Client.class, Inspector2Client::builder);
        inspector.enable(request -> request.accountIds(Moto.ACCOUNT).resourceTypes(ResourceScanType.EC2));
        proxy.json("\"CRITICAL\"", "{\"findings\":[{\"title\":\"CVE-2026-1\"}]}");

        Recorded recorded = LiveScan.at(proxy.endpoint(), scope("AWS::InspectorV2::AccountStatus"));

        ResourceConfiguration status = recorded.item(Moto.ACCOUNT);
        assertThat(status.configuration())
                .extracting("resourceState.ec2.status", "resourceState.ecr.status")
                .containsExactly("ENABLED", "DISABLED");
        assertThat(status.supplementaryConfiguration())
                .extracting("activeFindings.critical", "activeFindings.high")
                .containsExactly(true, false);
        assertThat(recorded.text()).doesNotContain("CVE-2026-1");
    }

    @Test
    void scopeWhoseListingIsDeniedSaysWhichPermissionIsMissing() {
        proxy.refuse("BatchGetAccountStatus", 403, "AccessDeniedException")
                .refuse("/status/batch/get", 403, "AccessDeniedException");

        Recorded recorded = LiveScan.at(proxy.endpoint(), scope("AWS::InspectorV2::AccountStatus"));

        assertThat(recorded.end().outcome()).isEqualTo(Outcome.DENIED);
        assertThat(recorded.end().permission()).isEqualTo("inspector2:BatchGetAccountStatus");
    }

    private static Scope scope(String type) {
        return new Scope(Moto.ACCOUNT, REGION, type);
    }

    /** The emulator gives its environments no id. */
    private void beanstalkEnvironment() {
        proxy.xml(
                        "DescribeEnvironments",
                        "<DescribeEnvironmentsResponse><DescribeEnvironmentsResult><Environments><member><EnvironmentId>e-1a2b3c4d5e</EnvironmentId><EnvironmentName>shop-prod</EnvironmentName><EnvironmentArn>arn:aws:elasticbeanstalk:eu-central-1:123456789012:environment/shop/shop-prod</EnvironmentArn><ApplicationName>shop</ApplicationName><PlatformArn>arn:aws:elasticbeanstalk:eu-central-1::platform/Node.js 18/6.1.0</PlatformArn><Health>Green</Health><DateUpdated>2026-03-01T00:00:00Z</DateUpdated></member></Environments></DescribeEnvironmentsResult></DescribeEnvironmentsResponse>")
                .xml(
                        "ListTagsForResource",
                        "<ListTagsForResourceResponse><ListTagsForResourceResult><ResourceTags/></ListTagsForResourceResult></ListTagsForResourceResponse>");
    }

    private static String setting(String namespace, String name, String value) {
        return "<member><Namespace>%s</Namespace><OptionName>%s</OptionName><Value>%s</Value></member>"
                .formatted(namespace, name, value);
    }

    private static String settings(String... settings) {
        return "<DescribeConfigurationSettingsResponse><DescribeConfigurationSettingsResult><ConfigurationSettings><member><OptionSettings>%s</OptionSettings></member></ConfigurationSettings></DescribeConfigurationSettingsResult></DescribeConfigurationSettingsResponse>"
                .formatted(String.join("", settings));
    }

    private static String platform(String branchState) {
        return "<DescribePlatformVersionResponse><DescribePlatformVersionResult><PlatformDescription><PlatformBranchLifecycleState>%s</PlatformBranchLifecycleState></PlatformDescription></DescribePlatformVersionResult></DescribePlatformVersionResponse>"
                .formatted(branchState);
    }

    private void service(String name) {
        ecs.createCluster(request -> request.clusterName("main"));
        taskDefinition(name, "STAGE", "prod");
        ecs.createService(request -> request.cluster("main")
                .serviceName(name)
                .taskDefinition(name)
                .desiredCount(1)
                .launchType(LaunchType.FARGATE));
    }

    private void taskDefinition(String family, String variable, String value) {
        ContainerDefinition container = ContainerDefinition.builder()
                .name("app")
                .image("app")
                .memory(128)
                .environment(KeyValuePair.builder().name(variable).value(value).build())
                .logConfiguration(log -> log.logDriver("splunk").options(Map.of("splunk-token", "splunk-1")))
                .build();
        ecs.registerTaskDefinition(request -> request.family(family).containerDefinitions(container));
    }
}
