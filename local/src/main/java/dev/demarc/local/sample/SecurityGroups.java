package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Security groups, the default ones that AWS makes among them. */
final class SecurityGroups implements Family {
    private static final String TYPE = "AWS::EC2::SecurityGroup";
    static final String OFFICES = "pl-0ffice";

    private static final String ANYWHERE = "0.0.0.0/0";
    private static final String WIDE_RANGE = "203.0.112.0/23";

    private final SampleAccount account;
    private final Dice dice;

    SecurityGroups(SampleAccount account, Dice dice) {
        this.account = account;
        this.dice = dice;
    }

    @Override
    public Set<String> types(String region) {
        return region.equals(Scope.GLOBAL) ? Set.of() : Set.of(TYPE);
    }

    @Override
    public List<Item> items(String region, boolean later) {
        List<Item> all = new ArrayList<>();
        if (!region.equals(Scope.GLOBAL)) {
            all.add(defaultGroup(region));
            for (int number = 1; number <= 5 * SampleAccount.size(region); number++) {
                all.add(group(region, number));
            }
        }
        return all;
    }

    @Override
    public List<Item> scenarios(boolean later) {
        List<Item> all = new ArrayList<>();
        if (account.equals(SampleAccount.SANDBOX)) {
            all.add(open(SampleAccount.REGIONS.get(0), "jump-host", 22, null));
            if (later) {
                all.add(open("us-east-1", "remote-desktop-trial", 3389, null));
            }
        }
        return all;
    }

    private Item group(String region, int number) {
        String workload = dice.of(account.workloads());
        return group(region, "%s-%s-%02d".formatted(workload, dice.of(List.of("web", "app", "db")), number))
                .tag("team", dice.oneIn(8) ? null : account.team())
                .tag("workload", workload)
                .with("ipPermissions", dice.good() ? List.of(fromOffices(443)) : carelessRules());
    }

    /** The group that AWS makes with each VPC: emptied, or as AWS makes it, open to its members and outwards. */
    private Item defaultGroup(String region) {
        Item group = group(region, "default");
        return dice.good()
                ? group.with("ipPermissions", List.of()).with("ipPermissionsEgress", List.of())
                : group.with("ipPermissions", List.of(fromMembersOf(group.id())));
    }

    /** Scenario S4: a port of administration open to the whole internet. */
    private Item open(String region, String name, int port, @Nullable String team) {
        return group(region, name).tag("team", team).with("ipPermissions", List.of(from(ANYWHERE, port)));
    }

    /** A group that lets in HTTPS from what a prefix list holds, and nothing else. */
    Item fromPrefixList(String region, String name, String list, String owner) {
        return group(region, name)
                .tag("team", account.team())
                .with("ipPermissions", List.of(from(list)))
                .beside("prefixLists", Map.of(list, List.of("203.0.113.0/25")))
                .beside("prefixListOwners", Map.of(list, owner));
    }

    private Item group(String region, String name) {
        String id = "sg-" + dice.hex(17);
        return new Item(
                        new Scope(account.id(), region, TYPE),
                        id,
                        "arn:aws:ec2:%s:%s:security-group/%s".formatted(region, account.id(), id))
                .tag("Name", name)
                .with("groupId", id)
                .with("groupName", name)
                .with("description", name.equals("default") ? "default VPC security group" : "Traffic of " + name)
                .with("ownerId", account.id())
                .with("vpcId", "vpc-" + dice.hex(17))
                .with("ipPermissionsEgress", List.of(from(ANYWHERE, -1)))
                .beside("prefixLists", Map.of(OFFICES, List.of("203.0.113.0/25", "198.51.100.0/26")))
                .beside("prefixListOwners", Map.of(OFFICES, Networks.SHARING))
                .beside("inUse", true);
    }

    private List<Object> carelessRules() {
        return switch (dice.between(0, 5)) {
            case 0 -> List.of(from(ANYWHERE, 22));
            case 1 -> List.of(from(ANYWHERE, 3389));
            case 2 -> List.of(from(ANYWHERE, 3306), fromOffices(443));
            case 3 -> List.of(from(ANYWHERE, -1));
            case 4 -> List.of(from(WIDE_RANGE, 443));
            default -> List.of(from(ANYWHERE, 443), from(ANYWHERE, 80));
        };
    }

    private static Map<String, Object> fromOffices(int port) {
        return rule(port, List.of(), List.of(Map.of("prefixListId", OFFICES)), List.of());
    }

    private static Map<String, Object> from(String prefixList) {
        return rule(443, List.of(), List.of(Map.of("prefixListId", prefixList)), List.of());
    }

    private Map<String, Object> fromMembersOf(String group) {
        return rule(-1, List.of(), List.of(), List.of(Map.of("groupId", group, "userId", account.id())));
    }

    /** @param port a TCP port, -1 for all traffic */
    private static Map<String, Object> from(String cidr, int port) {
        return rule(port, List.of(Map.of("cidrIp", cidr)), List.of(), List.of());
    }

    private static Map<String, Object> rule(
            int port, List<Object> ranges, List<Object> prefixLists, List<Object> groups) {
        Map<String, Object> sources = Map.of(
                "ipRanges", ranges, "ipv6Ranges", List.of(), "prefixListIds", prefixLists, "userIdGroupPairs", groups);
        Map<String, @Nullable Object> rule = new LinkedHashMap<>(sources);
        rule.put("ipProtocol", port < 0 ? "-1" : "tcp");
        rule.put("fromPort", port < 0 ? null : (long) port);
        rule.put("toPort", port < 0 ? null : (long) port);
        return rule;
    }
}
