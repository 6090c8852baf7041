package dev.demarc.scanner.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.ResourceConfiguration;
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
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspector2.model.ResourceScanType;

class ContainerCollectorsTest {
    @RegisterExtension
    private final EmulatedAws emulated = new EmulatedAws();

    private final AwsProxy proxy = emulated.proxy();
    private final AwsClients aws = emulated.clients(EmulatedAws.REGION);
    private final EcsClient ecs = aws.client(EcsClient.class, EcsClient::builder);

    @Test
    void tellsOfAServiceWhatItsTasksRunOnAndNotWhatItWishedFor() {
        service("web");
        proxy.json("\"launchType\":\"FARGATE\"", "{\"taskArns\":[]}")
                .json("\"launchType\":\"EXTERNAL\"", "{\"taskArns\":[]}")
                .json("\"launchType\":\"MANAGED_INSTANCES\"", "{\"taskArns\":[\"arn:task/1\"]}")
                .json("\"launchType\":\"EC2\"", "{\"taskArns\":[\"arn:task/2\"]}");

        ResourceConfiguration service = LiveScan.at(proxy.endpoint(), emulated.scope("AWS::ECS::Service"))
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

        ResourceConfiguration service = LiveScan.at(proxy.endpoint(), emulated.scope("AWS::ECS::Service"))
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

        Recorded recorded = LiveScan.of(emulated.moto(), emulated.scope("AWS::ECS::TaskDefinition"));

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

        Recorded recorded = LiveScan.of(emulated.moto(), emulated.scope("AWS::ECR::Repository"));

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
    void tellsWhatInspectorScansAndWhetherGraveFindingsAreOpenButNoFinding() {
        Inspector2Client inspector = aws.client(Inspector2Client.class, Inspector2Client::builder);
        inspector.enable(request -> request.accountIds(Moto.ACCOUNT).resourceTypes(ResourceScanType.EC2));
        proxy.json("\"CRITICAL\"", "{\"findings\":[{\"title\":\"CVE-2026-1\"}]}");

        Recorded recorded = LiveScan.at(proxy.endpoint(), emulated.scope("AWS::InspectorV2::AccountStatus"));

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

        Recorded recorded = LiveScan.at(proxy.endpoint(), emulated.scope("AWS::InspectorV2::AccountStatus"));

        assertThat(recorded.end().outcome()).isEqualTo(Outcome.DENIED);
        assertThat(recorded.end().permission()).isEqualTo("inspector2:BatchGetAccountStatus");
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
