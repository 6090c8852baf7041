package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Documents;
import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CidrBlock;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnectionVpcInfo;

/** VPCs, with what only together says how a network is cut and watched: flow logs, endpoints, subnets, routes, peers. */
@Singleton
public final class VpcCollector implements Collector {
    /** What is listed once for all VPCs of a scope. */
    private record Network(
            Joined<Map<String, List<FlowLog>>> flowLogs,
            Joined<Map<String, List<VpcEndpoint>>> endpoints,
            Joined<Map<String, List<Subnet>>> subnets,
            Joined<RouteTables> routes,
            Joined<List<VpcPeeringConnection>> peerings,
            Joined<Set<String>> inUse) {
        static Network of(Ec2Client ec2) {
            return new Network(
                    Joined.read(
                            "ec2:DescribeFlowLogs",
                            Map.of(),
                            Set.of(),
                            () -> by(ec2.describeFlowLogsPaginator().flowLogs().stream(), FlowLog::resourceId)),
                    Joined.read(
                            "ec2:DescribeVpcEndpoints",
                            Map.of(),
                            Set.of(),
                            () -> by(ec2.describeVpcEndpointsPaginator().vpcEndpoints().stream(), VpcEndpoint::vpcId)),
                    Joined.read(
                            "ec2:DescribeSubnets",
                            Map.of(),
                            Set.of(),
                            () -> by(ec2.describeSubnetsPaginator().subnets().stream(), Subnet::vpcId)),
                    Joined.read(
                            RouteTables.PERMISSION, new RouteTables(List.of()), Set.of(), () -> RouteTables.of(ec2)),
                    Joined.read(
                            "ec2:DescribeVpcPeeringConnections",
                            List.of(),
                            Set.of(),
                            () -> ec2.describeVpcPeeringConnectionsPaginator().vpcPeeringConnections().stream()
                                    .toList()),
                    Joined.read(
                            "ec2:DescribeNetworkInterfaces",
                            Set.of(),
                            Set.of(),
                            () -> ec2.describeNetworkInterfacesPaginator().networkInterfaces().stream()
                                    .map(NetworkInterface::vpcId)
                                    .collect(Collectors.toSet())));
        }

        private static <T> Map<String, List<T>> by(Stream<T> all, Function<T, String> key) {
            return all.collect(Collectors.groupingBy(key));
        }

        /** Where the routes are not known, the subnets' are not either. */
        Joined<?> cut() {
            return routes.fault() == null ? subnets : routes;
        }

        Joined<?> peersAndRoutes() {
            return routes.fault() == null ? peerings : routes;
        }
    }

    @Override
    public String type() {
        return "AWS::EC2::VPC";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of(
                "AWS::EC2::FlowLog",
                "AWS::EC2::NetworkInterface",
                "AWS::EC2::RouteTable",
                "AWS::EC2::Subnet",
                "AWS::EC2::VPCEndpoint",
                "AWS::EC2::VPCPeeringConnection");
    }

    @Override
    public void read(Reading reading) {
        Ec2Client ec2 = reading.aws().ec2();
        Network network = Network.of(ec2);
        reading.each(
                "ec2:DescribeVpcs",
                () -> ec2.describeVpcsPaginator().vpcs().stream(),
                vpc -> item(reading, vpc, network));
    }

    private static ItemBuilder item(Reading reading, Vpc vpc, Network network) {
        String id = vpc.vpcId();
        return reading.item(id)
                .arn(reading.arn("ec2", vpc.ownerId() == null ? reading.scope().account() : vpc.ownerId(), "vpc/" + id))
                .name(Names.of(vpc.tags(), Tag::key, Tag::value))
                .configuration(canonical(vpc))
                .tags(vpc.tags(), Tag::key, Tag::value)
                .detail("flowLogs", network.flowLogs(), () -> flowLogs(of(network.flowLogs(), id)))
                .detail("vpcEndpoints", network.endpoints(), () -> endpoints(of(network.endpoints(), id)))
                .detail("subnets", network.cut(), () -> subnets(of(network.subnets(), id), network))
                .detail("peeringRoutes", network.peersAndRoutes(), () -> peeringRoutes(id, network))
                .detail("inUse", network.inUse(), () -> network.inUse().value().contains(id));
    }

    private static <T> List<T> of(Joined<Map<String, List<T>>> joined, String vpc) {
        return joined.value().getOrDefault(vpc, List.of());
    }

    private static Object flowLogs(List<FlowLog> logs) {
        return logs.stream()
                .map(log -> Members.only(
                        canonical(log),
                        "flowLogId",
                        "flowLogStatus",
                        "deliverLogsStatus",
                        "trafficType",
                        "logDestinationType",
                        "logDestination",
                        "logGroupName"))
                .toList();
    }

    private static Object endpoints(List<VpcEndpoint> endpoints) {
        List<Object> summaries = new ArrayList<>();
        for (VpcEndpoint endpoint : endpoints) {
            Map<String, @Nullable Object> summary = Members.only(
                    canonical(endpoint),
                    "vpcEndpointId",
                    "vpcEndpointType",
                    "requesterManaged",
                    "serviceName",
                    "state",
                    "subnetIds");
            String policy = endpoint.policyDocument();
            summary.put("policyDocument", policy == null ? null : Documents.parse(policy));
            summaries.add(summary);
        }
        return summaries;
    }

    private static Object subnets(List<Subnet> subnets, Network network) {
        List<Object> summaries = new ArrayList<>();
        for (Subnet subnet : subnets) {
            Map<String, @Nullable Object> summary = new TreeMap<>();
            summary.put("subnetId", subnet.subnetId());
            summary.put("availabilityZone", subnet.availabilityZone());
            summary.put(
                    "routesToInternet",
                    network.routes()
                            .value()
                            .ofSubnet(subnet.subnetId(), subnet.vpcId())
                            .map(RouteTables::leadsToInternet)
                            .orElse(false));
            summaries.add(summary);
        }
        return summaries;
    }

    private static Object peeringRoutes(String vpc, Network network) {
        List<Object> routes = new ArrayList<>();
        network.routes().value().ofVpc(vpc).forEach(table -> table.routes().stream()
                .filter(route -> route.vpcPeeringConnectionId() != null)
                .forEach(route -> {
                    Map<String, @Nullable Object> summary = new TreeMap<>();
                    summary.put("routeTableId", table.routeTableId());
                    summary.put("vpcPeeringConnectionId", route.vpcPeeringConnectionId());
                    summary.put(
                            "destination",
                            route.destinationCidrBlock() == null
                                    ? route.destinationIpv6CidrBlock()
                                    : route.destinationCidrBlock());
                    summary.put(
                            "peerCidrBlocks",
                            peerBlocks(
                                    vpc,
                                    route.vpcPeeringConnectionId(),
                                    network.peerings().value()));
                    routes.add(summary);
                }));
        return routes;
    }

    private static List<String> peerBlocks(String vpc, String peering, List<VpcPeeringConnection> peerings) {
        return peerings.stream()
                .filter(each -> peering.equals(each.vpcPeeringConnectionId()))
                .flatMap(each -> Stream.of(each.accepterVpcInfo(), each.requesterVpcInfo()))
                .filter(info -> info != null && !vpc.equals(info.vpcId()))
                .flatMap(VpcCollector::blocks)
                .sorted()
                .toList();
    }

    private static Stream<String> blocks(VpcPeeringConnectionVpcInfo info) {
        return Stream.concat(
                        Stream.ofNullable(info.cidrBlock()),
                        info.cidrBlockSet().stream().map(CidrBlock::cidrBlock))
                .distinct();
    }
}
