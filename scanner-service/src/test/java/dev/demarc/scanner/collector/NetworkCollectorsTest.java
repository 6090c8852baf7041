package dev.demarc.scanner.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Unread;
import dev.demarc.scanner.aws.AwsProxy;
import dev.demarc.scanner.aws.EmulatedAws;
import dev.demarc.scanner.aws.Moto;
import dev.demarc.scanner.scan.LiveScan;
import dev.demarc.scanner.scan.Recorded;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.FlowLogsResourceType;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.TrafficType;

class NetworkCollectorsTest {
    private static final String REGION = "eu-central-1";
    private static final Scope VPCS = new Scope(Moto.ACCOUNT, REGION, "AWS::EC2::VPC");
    private static final Scope SUBNETS = new Scope(Moto.ACCOUNT, REGION, "AWS::EC2::Subnet");
    private static final Scope ACLS = new Scope(Moto.ACCOUNT, REGION, "AWS::EC2::NetworkAcl");

    @RegisterExtension
    private final EmulatedAws emulated = new EmulatedAws();

    private final AwsProxy proxy = emulated.proxy();
    private final Ec2Client ec2 = emulated.clients(REGION).ec2();

    @Test
    void joinsFlowLogsEndpointsAndSubnetsOfAVpc() {
        String vpc = vpc("10.1.0.0/16");
        String open = subnet(vpc, "10.1.0.0/24");
        String closed = subnet(vpc, "10.1.1.0/24");
        routeToInternet(vpc, open);
        ec2.createFlowLogs(request -> request.resourceIds(vpc)
                .resourceType(FlowLogsResourceType.VPC)
                .trafficType(TrafficType.ALL)
                .logDestinationType("cloud-watch-logs")
                .logGroupName("flows")
                .deliverLogsPermissionArn("arn:aws:iam::" + Moto.ACCOUNT + ":role/flows"));
        ec2.createVpcEndpoint(
                request -> request.vpcId(vpc)
                        .serviceName("com.amazonaws.eu-central-1.s3")
                        .policyDocument(
                                "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}]}"));

        ResourceConfiguration item = LiveScan.at(proxy.endpoint(), VPCS).item(vpc);

        assertThat(item.unread()).isEmpty();
        assertThat(item.configuration()).containsEntry("vpcId", vpc).containsEntry("isDefault", false);
        assertThat(list(item, "flowLogs"))
                .singleElement(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("flowLogStatus", "ACTIVE")
                .containsEntry("trafficType", "ALL");
        assertThat(list(item, "vpcEndpoints"))
                .singleElement(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("serviceName", "com.amazonaws.eu-central-1.s3")
                .extractingByKey("policyDocument", InstanceOfAssertFactories.map(String.class, Object.class))
                .containsKey("Statement");
        assertThat(list(item, "subnets"))
                .extracting(subnet ->
                        Map.entry(((Map<?, ?>) subnet).get("subnetId"), ((Map<?, ?>) subnet).get("routesToInternet")))
                .containsExactlyInAnyOrder(Map.entry(open, true), Map.entry(closed, false));
    }

    @Test
    void joinsRoutesToAPeerWithTheBlocksOfThePeer() {
        String near = vpc("10.1.0.0/16");
        String far = vpc("10.2.0.0/16");
        String peering = ec2.createVpcPeeringConnection(
                        request -> request.vpcId(near).peerVpcId(far))
                .vpcPeeringConnection()
                .vpcPeeringConnectionId();
        ec2.acceptVpcPeeringConnection(request -> request.vpcPeeringConnectionId(peering));
        String table = ec2.createRouteTable(request -> request.vpcId(near))
                .routeTable()
                .routeTableId();
        ec2.createRoute(request ->
                request.routeTableId(table).destinationCidrBlock("10.2.0.0/16").vpcPeeringConnectionId(peering));

        Recorded recorded = LiveScan.at(proxy.endpoint(), VPCS);

        assertThat(list(recorded.item(near), "peeringRoutes"))
                .singleElement(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("destination", "10.2.0.0/16")
                .containsEntry("peerCidrBlocks", List.of("10.2.0.0/16"));
        assertThat(list(recorded.item(far), "peeringRoutes")).isEmpty();
    }

    @Test
    void tellsAVpcInUseFromOneThatIsNot() {
        String empty = vpc("10.1.0.0/16");
        String used = vpc("10.2.0.0/16");
        String subnet = subnet(used, "10.2.0.0/24");
        ec2.createNetworkInterface(request -> request.subnetId(subnet));

        Recorded recorded = LiveScan.at(proxy.endpoint(), VPCS);

        assertThat(recorded.item(empty).supplementaryConfiguration()).containsEntry("inUse", false);
        assertThat(recorded.item(used).supplementaryConfiguration()).containsEntry("inUse", true);
    }

    @Test
    void leavesRefusedJoinsUnreadWithThePermission() {
        String vpc = vpc("10.1.0.0/16");
        proxy.refuseEc2("Action=DescribeFlowLogs", 403, "UnauthorizedOperation")
                .refuseEc2("Action=DescribeRouteTables", 403, "UnauthorizedOperation");

        ResourceConfiguration item = LiveScan.at(proxy.endpoint(), VPCS).item(vpc);

        assertThat(item.unread())
                .extracting(Unread::path, Unread::permission)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "supplementaryConfiguration.flowLogs", "ec2:DescribeFlowLogs"),
                        org.assertj.core.groups.Tuple.tuple(
                                "supplementaryConfiguration.subnets", "ec2:DescribeRouteTables"),
                        org.assertj.core.groups.Tuple.tuple(
                                "supplementaryConfiguration.peeringRoutes", "ec2:DescribeRouteTables"));
        assertThat(item.supplementaryConfiguration()).doesNotContainKeys("flowLogs", "subnets", "peeringRoutes");
    }

    @Test
    void tellsPublicSubnetsByTheTableThatTheyFollow() {
        String vpc = vpc("10.1.0.0/16");
        String open = subnet(vpc, "10.1.0.0/24");
        String closed = subnet(vpc, "10.1.1.0/24");
        String table = routeToInternet(vpc, open);

        Recorded recorded = LiveScan.at(proxy.endpoint(), SUBNETS);

        ResourceConfiguration item = recorded.item(open);
        assertThat(item.configuration())
                .containsEntry("mapPublicIpOnLaunch", false)
                .doesNotContainKey("availableIpAddressCount");
        assertThat(item.supplementaryConfiguration())
                .containsEntry("routesToInternet", true)
                .extracting("routeTable.routeTableId", "routeTable.main")
                .containsExactly(table, false);
        assertThat(recorded.item(closed).supplementaryConfiguration())
                .containsEntry("routesToInternet", false)
                .extracting("routeTable.main")
                .isEqualTo(true);
    }

    @Test
    void saysThatTheRoutesOfASharedSubnetAreSeenByItsOwnerAlone() {
        proxy.xml("Action=DescribeSubnets", """
                <DescribeSubnetsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><subnetSet><item>
                <subnetId>subnet-0a1b2c3d</subnetId><vpcId>vpc-0a1b2c3d</vpcId><ownerId>999988887777</ownerId>
                <subnetArn>arn:aws:ec2:eu-central-1:999988887777:subnet/subnet-0a1b2c3d</subnetArn>
                </item></subnetSet></DescribeSubnetsResponse>""");

        ResourceConfiguration item = LiveScan.at(proxy.endpoint(), SUBNETS).item("subnet-0a1b2c3d");

        assertThat(item.configuration()).containsEntry("ownerId", "999988887777");
        assertThat(item.unread())
                .extracting(Unread::path, Unread::reason)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        "supplementaryConfiguration.routeTable",
                        "only account 999988887777, which shares the subnet, sees it"));
    }

    @Test
    void readsTheEntriesOfANetworkAcl() {
        String vpc = vpc("10.1.0.0/16");
        String acl =
                ec2.createNetworkAcl(request -> request.vpcId(vpc)).networkAcl().networkAclId();
        ec2.createNetworkAclEntry(request -> request.networkAclId(acl)
                .ruleNumber(100)
                .protocol("6")
                .ruleAction(RuleAction.ALLOW)
                .egress(false)
                .cidrBlock("0.0.0.0/0")
                .portRange(ports -> ports.from(22).to(22)));

        Recorded recorded = LiveScan.at(proxy.endpoint(), ACLS);

        assertThat(recorded.end().outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(recorded.item(acl).configuration())
                .containsEntry("isDefault", false)
                .extractingByKey("entries", InstanceOfAssertFactories.LIST)
                .anySatisfy(entry -> assertThat((Map<?, ?>) entry)
                        .extracting("cidrBlock", "protocol", "ruleAction", "ruleNumber", "egress")
                        .containsExactly("0.0.0.0/0", "6", "allow", 100L, false));
    }

    private static @Nullable List<?> list(ResourceConfiguration item, String member) {
        return (List<?>) item.supplementaryConfiguration().get(member);
    }

    private String vpc(String block) {
        return ec2.createVpc(request -> request.cidrBlock(block)).vpc().vpcId();
    }

    private String subnet(String vpc, String block) {
        return ec2.createSubnet(request -> request.vpcId(vpc).cidrBlock(block))
                .subnet()
                .subnetId();
    }

    private String routeToInternet(String vpc, String subnet) {
        String gateway =
                ec2.createInternetGateway(request -> {}).internetGateway().internetGatewayId();
        ec2.attachInternetGateway(request -> request.vpcId(vpc).internetGatewayId(gateway));
        String table =
                ec2.createRouteTable(request -> request.vpcId(vpc)).routeTable().routeTableId();
        ec2.createRoute(request ->
                request.routeTableId(table).destinationCidrBlock("0.0.0.0/0").gatewayId(gateway));
        ec2.associateRouteTable(request -> request.routeTableId(table).subnetId(subnet));
        return table;
    }
}
