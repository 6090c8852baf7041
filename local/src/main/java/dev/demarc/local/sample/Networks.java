package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** VPCs with their subnets and network ACLs, those that AWS makes and those that another account shares among them. */
final class Networks implements Family {
    static final String VPC = "AWS::EC2::VPC";
    static final String SUBNET = "AWS::EC2::Subnet";
    static final String ACL = "AWS::EC2::NetworkAcl";

    /** The account that owns the organisation's shared networks and prefix lists. */
    static final String SHARING = "000000001014";

    private static final String ANYWHERE = "0.0.0.0/0";
    private static final int LAST_RULE = 32_767;

    private final SampleAccount account;
    private final Map<String, List<Item>> items = new LinkedHashMap<>();

    Networks(SampleAccount account) {
        this.account = account;
        Dice dice = new Dice(account.id() + "networks", account.quality());
        String home = SampleAccount.REGIONS.get(0);
        for (String region : SampleAccount.REGIONS) {
            List<Item> here = new ArrayList<>();
            defaultNetwork(region, dice, here);
            if (region.equals(home) || dice.oneIn(2)) {
                ownNetwork(region, dice, here);
            }
            items.put(region, here);
        }
        if (account.equals(SampleAccount.PAYMENTS) || account.equals(SampleAccount.RETAIL)) {
            items.getOrDefault(home, List.of()).addAll(shared(home, dice));
        }
        if (account.equals(SampleAccount.RETAIL)) {
            items.getOrDefault(home, List.of())
                    .add(new SecurityGroups(account, dice).fromPrefixList(home, "edge-only", "pl-0c10udfr0nt", "AWS"));
        }
    }

    @Override
    public Set<String> types(String region) {
        return region.equals(Scope.GLOBAL) ? Set.of() : Set.of(VPC, SUBNET, ACL);
    }

    @Override
    public List<Item> items(String region, boolean later) {
        return items.getOrDefault(region, List.of());
    }

    private void defaultNetwork(String region, Dice dice, List<Item> here) {
        String vpc = "vpc-" + dice.hex(17);
        String subnet = "subnet-" + dice.hex(17);
        here.add(vpc(region, vpc, account.id())
                .with("isDefault", true)
                .with("cidrBlock", "172.31.0.0/16")
                .beside("flowLogs", List.of())
                .beside("vpcEndpoints", List.of())
                .beside("peeringRoutes", List.of())
                .beside("subnets", List.of(summary(subnet, region, true)))
                .beside("inUse", !dice.good()));
        here.add(subnet(region, subnet, vpc, account.id(), true)
                .with("cidrBlock", "172.31.0.0/20")
                .with("defaultForAz", true)
                .with("mapPublicIpOnLaunch", true));
        here.add(acl(region, vpc, true, openEntries()));
    }

    private void ownNetwork(String region, Dice dice, List<Item> here) {
        String workload = dice.of(account.workloads());
        String vpc = "vpc-" + dice.hex(17);
        String open = "subnet-" + dice.hex(17);
        String inner = "subnet-" + dice.hex(17);
        boolean separated = dice.good();
        here.add(vpc(region, vpc, account.id())
                .tag("Name", workload)
                .tag("team", account.team())
                .tag("workload", workload)
                .with("isDefault", false)
                .with("cidrBlock", "10.20.0.0/16")
                .beside("flowLogs", dice.good() ? List.of(flowLog(dice)) : List.of())
                .beside("vpcEndpoints", endpoints(region, dice))
                .beside("peeringRoutes", dice.oneIn(2) ? List.of(peeringRoute(dice)) : List.of())
                .beside("subnets", List.of(summary(open, region, true), summary(inner, region, !separated)))
                .beside("inUse", true));
        here.add(subnet(region, open, vpc, account.id(), true)
                .tag("Name", workload + "-public")
                .tag("team", account.team())
                .with("cidrBlock", "10.20.0.0/24")
                .with("defaultForAz", false)
                .with("mapPublicIpOnLaunch", !dice.good()));
        here.add(subnet(region, inner, vpc, account.id(), !separated)
                .tag("Name", workload + "-private")
                .tag("team", account.team())
                .with("cidrBlock", "10.20.1.0/24")
                .with("defaultForAz", false)
                .with("mapPublicIpOnLaunch", false));
        here.add(acl(region, vpc, false, dice.good() ? narrowEntries() : carelessEntries(dice))
                .tag("Name", workload)
                .tag("team", account.team()));
    }

    /** Of another account: machines may stand in it, its routes are not shown. */
    private List<Item> shared(String region, Dice dice) {
        String vpc = "vpc-5ha4ed" + dice.hex(11);
        Item network = vpc(region, vpc, SHARING)
                .with("isDefault", false)
                .with("cidrBlock", "10.64.0.0/16")
                .beside("flowLogs", List.of())
                .beside("vpcEndpoints", List.of())
                .beside("peeringRoutes", List.of())
                .beside("subnets", List.of())
                .beside("inUse", true);
        Item subnet = subnet(region, "subnet-5ha4ed" + dice.hex(11), vpc, SHARING, false)
                .with("cidrBlock", "10.64.7.0/24")
                .with("defaultForAz", false)
                .with("mapPublicIpOnLaunch", false)
                .denied("routeTable", "ec2:DescribeRouteTables")
                .denied("routesToInternet", "ec2:DescribeRouteTables");
        return List.of(network, subnet);
    }

    private Item vpc(String region, String id, String owner) {
        return item(region, VPC, id, "vpc", owner)
                .with("vpcId", id)
                .with("ownerId", owner)
                .with("state", "available")
                .with("instanceTenancy", "default");
    }

    private Item subnet(String region, String id, String vpc, String owner, boolean routesToInternet) {
        return item(region, SUBNET, id, "subnet", owner)
                .with("subnetId", id)
                .with("vpcId", vpc)
                .with("ownerId", owner)
                .with("state", "available")
                .with("availabilityZone", region + "a")
                .beside("routesToInternet", routesToInternet)
                .beside("routeTable", Map.of("main", false, "routes", routes(routesToInternet)));
    }

    private Item acl(String region, String vpc, boolean isDefault, List<Object> entries) {
        String id = "acl-" + vpc.substring("vpc-".length());
        return item(region, ACL, id, "network-acl", account.id())
                .with("networkAclId", id)
                .with("vpcId", vpc)
                .with("ownerId", account.id())
                .with("isDefault", isDefault)
                .with("associations", List.of())
                .with("entries", entries);
    }

    private Item item(String region, String type, String id, String kind, String owner) {
        return new Item(
                new Scope(account.id(), region, type),
                id,
                "arn:aws:ec2:%s:%s:%s/%s".formatted(region, owner, kind, id));
    }

    private static Object summary(String subnet, String region, boolean routesToInternet) {
        return Map.of("subnetId", subnet, "availabilityZone", region + "a", "routesToInternet", routesToInternet);
    }

    private static List<Object> routes(boolean toInternet) {
        return toInternet
                ? List.of(Map.of("destinationCidrBlock", ANYWHERE, "gatewayId", "igw-0a1b2c3d", "state", "active"))
                : List.of();
    }

    private Object flowLog(Dice dice) {
        return Map.of(
                "flowLogId",
                "fl-" + dice.hex(17),
                "flowLogStatus",
                "ACTIVE",
                "deliverLogsStatus",
                dice.oneIn(15) ? "FAILED" : "SUCCESS",
                "trafficType",
                "ALL",
                "logDestinationType",
                "s3");
    }

    private List<Object> endpoints(String region, Dice dice) {
        List<Object> endpoints = new ArrayList<>();
        endpoints.add(endpoint(region, "s3", "Gateway", dice));
        if (dice.good()) {
            endpoints.add(endpoint(region, "ec2", "Interface", dice));
        }
        return endpoints;
    }

    private static Object endpoint(String region, String service, String kind, Dice dice) {
        Map<String, Object> statement =
                new LinkedHashMap<>(Map.of("Effect", "Allow", "Principal", "*", "Action", "*", "Resource", "*"));
        if (dice.good()) {
            statement.put("Condition", Map.of("StringEquals", Map.of("aws:PrincipalOrgID", "o-a1b2c3d4e5")));
        }
        return Map.of(
                "vpcEndpointId",
                "vpce-" + dice.hex(17),
                "vpcEndpointType",
                kind,
                "serviceName",
                "com.amazonaws.%s.%s".formatted(region, service),
                "state",
                "available",
                "policyDocument",
                Map.of("Version", "2012-10-17", "Statement", List.of(statement)));
    }

    private static Object peeringRoute(Dice dice) {
        return Map.of(
                "routeTableId",
                "rtb-" + dice.hex(17),
                "vpcPeeringConnectionId",
                "pcx-" + dice.hex(17),
                "destination",
                dice.good() ? "10.64.7.0/24" : "10.64.0.0/16",
                "peerCidrBlocks",
                List.of("10.64.0.0/16"));
    }

    private static List<Object> openEntries() {
        return List.of(
                entry(false, "allow", 100, "-1", null),
                entry(false, "deny", LAST_RULE, "-1", null),
                entry(true, "allow", 100, "-1", null),
                entry(true, "deny", LAST_RULE, "-1", null));
    }

    private static List<Object> narrowEntries() {
        return List.of(
                entry(false, "allow", 100, "6", ports(443, 443)),
                entry(false, "allow", 110, "6", ports(32_768, 65_535)),
                entry(false, "deny", LAST_RULE, "-1", null),
                entry(true, "allow", 100, "6", ports(443, 443)),
                entry(true, "deny", LAST_RULE, "-1", null));
    }

    private static List<Object> carelessEntries(Dice dice) {
        int port = dice.of(List.of(22, 3389));
        return List.of(
                entry(false, "allow", 90, "6", ports(port, port)),
                entry(false, "deny", LAST_RULE, "-1", null),
                entry(true, "allow", 100, "-1", null));
    }

    private static Object ports(int from, int to) {
        return Map.of("from", (long) from, "to", (long) to);
    }

    private static Object entry(
            boolean egress, String action, int number, String protocol, @Nullable Object portRange) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("egress", egress);
        entry.put("ruleAction", action);
        entry.put("ruleNumber", (long) number);
        entry.put("protocol", protocol);
        entry.put("cidrBlock", ANYWHERE);
        entry.put("ipv6CidrBlock", null);
        entry.put("portRange", portRange);
        return entry;
    }
}
