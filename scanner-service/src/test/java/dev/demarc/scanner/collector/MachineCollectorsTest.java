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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ssm.model.DocumentPermissionType;
import software.amazon.awssdk.services.ssm.model.DocumentType;

class MachineCollectorsTest {
    private static final String REGION = "eu-central-1";
    private static final String ELSEWHERE = "mi-0a1b2c3d4e5f60718";

    @RegisterExtension
    private final EmulatedAws emulated = new EmulatedAws();

    private final AwsProxy proxy = emulated.proxy();
    private final AwsClients aws = emulated.clients(REGION);

    @Test
    void readsThePatchesOfAMachineWithTheTagsOfItsInstance() {
        String id = instanceOf("payments");
        managed(id, "EC2Instance");
        proxy.json("DescribeInstancePatchStates", """
                        {"InstancePatchStates":[{"InstanceId":"%s","PatchGroup":"","BaselineId":"pb-of-aws","MissingCount":2,
                         "FailedCount":0,"InstalledCount":210,"CriticalNonCompliantCount":1,"OwnerInformation":"ada@example.com",
                         "OperationStartTime":1760000000,"OperationEndTime":1760003600,"Operation":"Scan"}]}""".formatted(id));

        Recorded recorded = LiveScan.at(proxy.endpoint(), scope("AWS::SSM::PatchCompliance"));

        ResourceConfiguration machine = recorded.item(id);
        assertThat(machine.unread()).isEmpty();
        assertThat(machine.tags()).containsEntry("team", "payments");
        assertThat(machine.arn()).isEqualTo("arn:aws:ec2:eu-central-1:123456789012:instance/" + id);
        assertThat(machine.supplementaryConfiguration())
                .containsEntry("baselineIsOwn", false)
                .extracting("patchState.missingCount", "patchState.operationEndTime")
                .containsExactly(2L, "2025-10-09T00:00:00Z");
        assertThat(recorded.text()).doesNotContain("ada@example.com", "10.0.0.7");
    }

    @Test
    void listsAMachineThatWasNeverScannedOutsideOfAws() {
        managed(ELSEWHERE, "ManagedInstance");
        proxy.json("DescribeInstancePatchStates", "{\"InstancePatchStates\":[]}")
                .json("ListTagsForResource", "{\"TagList\":[{\"Key\":\"team\",\"Value\":\"data\"}]}");

        ResourceConfiguration machine = LiveScan.at(proxy.endpoint(), scope("AWS::SSM::PatchCompliance"))
                .item(ELSEWHERE);

        assertThat(machine.configuration()).containsEntry("resourceType", "ManagedInstance");
        assertThat(machine.tags()).containsEntry("team", "data");
        assertThat(machine.supplementaryConfiguration())
                .containsEntry("patchState", null)
                .containsEntry("baselineIsOwn", null);
    }

    @Test
    void tellsPatchesAndTagsThatMayNotBeReadFromThoseThatAreNotThere() {
        String id = instanceOf("payments");
        managed(id, "EC2Instance");
        proxy.jsonFault("DescribeInstancePatchStates", 400, "AccessDeniedException")
                .refuseEc2("Action=DescribeTags", 403, "UnauthorizedOperation");

        ResourceConfiguration machine = LiveScan.at(proxy.endpoint(), scope("AWS::SSM::PatchCompliance"))
                .item(id);

        assertThat(machine.unread())
                .containsExactlyInAnyOrder(
                        new Unread("tags", "access denied", "ec2:DescribeTags"),
                        new Unread(
                                "supplementaryConfiguration.patchState",
                                "access denied",
                                "ssm:DescribeInstancePatchStates"));
    }

    @Test
    void readsHowManyAssociationsHold() {
        String id = instanceOf("retail");
        proxy.json("ListResourceComplianceSummaries", """
                        {"ResourceComplianceSummaryItems":[{"ComplianceType":"Association","ResourceType":"ManagedInstance",
                         "ResourceId":"%s","Status":"NON_COMPLIANT","OverallSeverity":"UNSPECIFIED",
                         "ExecutionSummary":{"ExecutionTime":1760000000},
                         "CompliantSummary":{"CompliantCount":2},"NonCompliantSummary":{"NonCompliantCount":1}}]}""".formatted(id));

        ResourceConfiguration machine = LiveScan.at(proxy.endpoint(), scope("AWS::SSM::AssociationCompliance"))
                .item(id);

        assertThat(machine.tags()).containsEntry("team", "retail");
        assertThat(machine.configuration())
                .containsEntry("status", "NON_COMPLIANT")
                .doesNotContainKey("executionSummary")
                .extracting("nonCompliantSummary.nonCompliantCount")
                .isEqualTo(1L);
    }

    @Test
    void countsApplicationsOfAMachineAndLeavesTheirNamesBehind() {
        String id = instanceOf("retail");
        managed(id, "EC2Instance");
        proxy.json("ListInventoryEntries", """
                        {"TypeName":"AWS:Application","InstanceId":"%s","SchemaVersion":"1.1","CaptureTime":"2026-06-30T04:05:06Z",
                         "Entries":[{"Name":"secret-agent","Version":"1"},{"Name":"nginx","Version":"1.26"}]}""".formatted(id));

        Recorded recorded = LiveScan.at(proxy.endpoint(), scope("AWS::SSM::ManagedInstanceInventory"));

        assertThat(recorded.item(id).configuration()).containsEntry("pingStatus", "Online");
        assertThat(recorded.item(id).supplementaryConfiguration().get("applications"))
                .isEqualTo(Map.of("captureTime", "2026-06-30T00:00:00Z", "listed", 2L, "more", false));
        assertThat(recorded.text()).doesNotContain("nginx", "secret-agent");
    }

    @Test
    void tellsAnInventoryThatWasNeverTaken() {
        String id = instanceOf("retail");
        managed(id, "EC2Instance");
        proxy.json("ListInventoryEntries", "{\"TypeName\":\"AWS:Application\",\"Entries\":[]}");

        ResourceConfiguration machine = LiveScan.at(proxy.endpoint(), scope("AWS::SSM::ManagedInstanceInventory"))
                .item(id);

        assertThat(machine.supplementaryConfiguration()).containsEntry("applications", null);
    }

    @Test
    void readsWithWhomADocumentIsSharedButNotWhatItSays() {
        aws.ssm()
                .createDocument(
                        request -> request.name("restart")
                                .documentType(DocumentType.COMMAND)
                                .content(
                                        "{\"schemaVersion\":\"2.2\",\"description\":\"the password is open-sesame\",\"mainSteps\":[]}"));
        aws.ssm().modifyDocumentPermission(request -> request.name("restart")
                .permissionType(DocumentPermissionType.SHARE)
                .accountIdsToAdd("all"));

        Recorded recorded = LiveScan.at(proxy.endpoint(), scope("AWS::SSM::Document"));

        assertThat(recorded.item("restart").arn()).isEqualTo("arn:aws:ssm:eu-central-1:123456789012:document/restart");
        assertThat(recorded.item("restart").supplementaryConfiguration()).containsEntry("sharedWith", List.of("all"));
        assertThat(recorded.text()).doesNotContain("open-sesame");
    }

    private void managed(String id, String resourceType) {
        proxy.json("DescribeInstanceInformation", """
                        {"InstanceInformationList":[{"InstanceId":"%s","PingStatus":"Online","LastPingDateTime":1760000000,
                         "AgentVersion":"3.3.1611.0","IsLatestVersion":true,"PlatformType":"Linux","PlatformName":"Amazon Linux",
                         "PlatformVersion":"2023","ResourceType":"%s","IPAddress":"10.0.0.7","ComputerName":"ip-10-0-0-7"}]}""".formatted(id, resourceType));
    }

    private String instanceOf(String team) {
        String id = aws.ec2()
                .runInstances(
                        request -> request.imageId("ami-12c6146b").minCount(1).maxCount(1))
                .instances()
                .get(0)
                .instanceId();
        aws.ec2().createTags(request -> request.resources(id)
                .tags(Tag.builder().key("team").value(team).build()));
        return id;
    }

    private static Scope scope(String type) {
        return new Scope(Moto.ACCOUNT, REGION, type);
    }
}
