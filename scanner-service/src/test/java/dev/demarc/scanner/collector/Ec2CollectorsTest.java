package dev.demarc.scanner.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Unread;
import dev.demarc.scanner.aws.AwsAccess;
import dev.demarc.scanner.aws.AwsProxy;
import dev.demarc.scanner.aws.EmulatedAws;
import dev.demarc.scanner.aws.FixedAwsConfig;
import dev.demarc.scanner.aws.Moto;
import dev.demarc.scanner.aws.ReplicaShare;
import dev.demarc.scanner.scan.LiveScan;
import dev.demarc.scanner.scan.Recorded;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AddPrefixListEntry;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.PrefixListId;

class Ec2CollectorsTest {
    private static final String REGION = "eu-central-1";
    private static final Scope INSTANCES = new Scope(Moto.ACCOUNT, REGION, "AWS::EC2::Instance");
    private static final Scope GROUPS = new Scope(Moto.ACCOUNT, REGION, "AWS::EC2::SecurityGroup");

    @RegisterExtension
    private final EmulatedAws emulated = new EmulatedAws();

    private final AwsProxy proxy = emulated.proxy();
    private final Ec2Client ec2 = emulated.clients(REGION).ec2();

    @Test
    void joinsTheAgentAndThePatchesOfAnInstance() {
        String id = run("#!/bin/sh\nexport TOKEN=abcdef123456");
        proxy.json(
                        "AmazonSSM.DescribeInstanceInformation",
                        "{\"InstanceInformationList\":[{\"InstanceId\":\"%s\",\"PingStatus\":\"Online\",\"LastPingDateTime\":1760000000}]}"
                                .formatted(id))
                .json(
                        "AmazonSSM.DescribeInstancePatchStates",
                        "{\"InstancePatchStates\":[{\"InstanceId\":\"%s\",\"MissingCount\":3,\"OwnerInformation\":\"hidden\"}]}"
                                .formatted(id));

        Recorded recorded = LiveScan.at(proxy.endpoint(), INSTANCES);

        ResourceConfiguration instance = recorded.item(id);
        assertThat(instance.unread()).isEmpty();
        assertThat(instance.configuration()).containsEntry("instanceId", id).containsEntry("kernelId", null);
        assertThat(instance.supplementaryConfiguration())
                .containsEntry("userDataHasSecret", true)
                .extracting("instanceInformation.pingStatus", "patchState.missingCount")
                .containsExactly("Online", 3L);
        assertThat(recorded.text()).doesNotContain("hidden", "abcdef123456");
    }

    @Test
    void leavesTerminatedInstancesOut() {
        String id = run("");
        ec2.terminateInstances(request -> request.instanceIds(id));

        Recorded recorded = LiveScan.at(proxy.endpoint(), INSTANCES);

        assertThat(recorded.items()).isEmpty();
        assertThat(recorded.end().outcome()).isEqualTo(Outcome.COMPLETE);
    }

    @Test
    void saysPlainlyWhatTheEndpointDoesNotOffer() {
        String id = run("");

        ResourceConfiguration instance =
                LiveScan.at(proxy.endpoint(), INSTANCES).item(id);

        assertThat(instance.unread())
                .extracting(Unread::path)
                .contains("supplementaryConfiguration.instanceInformation", "supplementaryConfiguration.patchState");
        assertThat(instance.supplementaryConfiguration())
                .doesNotContainKey("patchState")
                .containsEntry("userDataHasSecret", null);
    }

    @Test
    void deniedScopeEndsItsRunDeniedWithThePermission() {
        proxy.refuseEc2("Action=DescribeSecurityGroups", 403, "UnauthorizedOperation");

        Recorded recorded = LiveScan.at(proxy.endpoint(), GROUPS);

        assertThat(recorded.end().outcome()).isEqualTo(Outcome.DENIED);
        assertThat(recorded.end().permission()).isEqualTo("ec2:DescribeSecurityGroups");
        assertThat(recorded.end().reason()).isEqualTo("access denied");
    }

    @Test
    void tellsASwitchedOffRegionFromExpiredCredentials() {
        proxy.refuseEc2("Action=DescribeSecurityGroups", 403, "OptInRequired");
        Outcome off = LiveScan.at(proxy.endpoint(), GROUPS).end().outcome();
        proxy.refuseEc2("Action=DescribeSecurityGroups", 400, "ExpiredToken");
        Recorded expired = LiveScan.at(proxy.endpoint(), GROUPS);

        assertThat(off).isEqualTo(Outcome.DISABLED);
        assertThat(expired.end().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(expired.end().reason()).contains("expired");
    }

    @Test
    void failsAScopeThatIsThrottledAfterAllRetries() {
        proxy.refuseEc2("Action=DescribeSecurityGroups", 503, "RequestLimitExceeded");
        AwsAccess slowed = new AwsAccess(FixedAwsConfig.at(proxy.endpoint()), new ReplicaShare());

        Recorded recorded = LiveScan.through(slowed, GROUPS);

        assertThat(recorded.end().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(recorded.end().reason()).contains("throttled");
    }

    @Test
    void joinsPrefixListsAndInterfacesOfAGroup() {
        String list = ec2.createManagedPrefixList(request -> request.prefixListName("office")
                        .addressFamily("IPv4")
                        .maxEntries(2)
                        .entries(AddPrefixListEntry.builder()
                                .cidr("192.0.2.0/24")
                                .build()))
                .prefixList()
                .prefixListId();
        String vpc =
                ec2.createVpc(request -> request.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        String subnet = ec2.createSubnet(request -> request.vpcId(vpc).cidrBlock("10.0.0.0/24"))
                .subnet()
                .subnetId();
        String group = ec2.createSecurityGroup(
                        request -> request.groupName("web").description("web").vpcId(vpc))
                .groupId();
        ec2.authorizeSecurityGroupIngress(request -> request.groupId(group)
                .ipPermissions(IpPermission.builder()
                        .ipProtocol("tcp")
                        .fromPort(22)
                        .toPort(22)
                        .prefixListIds(PrefixListId.builder().prefixListId(list).build())
                        .build()));
        ec2.createNetworkInterface(request -> request.subnetId(subnet).groups(group));

        ResourceConfiguration item = LiveScan.at(proxy.endpoint(), GROUPS).item(group);

        assertThat(item.resourceName()).isEqualTo("web");
        assertThat(item.supplementaryConfiguration().get("prefixLists"))
                .isEqualTo(Map.of(list, java.util.List.of("192.0.2.0/24")));
        assertThat(item.supplementaryConfiguration()).containsEntry("inUse", true);
    }

    private String run(String userData) {
        String image = ec2.registerImage(request ->
                        request.name("image").rootDeviceName("/dev/sda1").architecture("x86_64"))
                .imageId();
        return ec2.runInstances(request -> request.imageId(image)
                        .minCount(1)
                        .maxCount(1)
                        .userData(userData.isEmpty() ? null : base64(userData)))
                .instances()
                .get(0)
                .instanceId();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
