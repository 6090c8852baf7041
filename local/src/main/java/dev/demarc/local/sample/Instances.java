package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** EC2 instances with what Systems Manager knows of their guests, and what it lists of itself. */
final class Instances implements Family {
    static final String TYPE = "AWS::EC2::Instance";

    private final SampleAccount account;
    private final Dice dice;
    private final Instant now;
    private final Machines machines;

    Instances(SampleAccount account, Dice dice, Instant now) {
        this.account = account;
        this.dice = dice;
        this.now = now;
        this.machines = new Machines(account, now);
    }

    /** One account's role may not list instances everywhere. */
    static boolean isDenied(Scope scope) {
        return scope.account().equals(SampleAccount.SECURITY.id())
                && scope.region().startsWith("eu-")
                && scope.type().equals(TYPE);
    }

    @Override
    public Set<String> types(String region) {
        if (region.equals(Scope.GLOBAL)) {
            return Set.of();
        }
        Set<String> types = new HashSet<>(Machines.TYPES);
        types.add(TYPE);
        return types;
    }

    @Override
    public List<Item> items(String region, boolean later) {
        List<Item> all = new ArrayList<>();
        if (region.equals(Scope.GLOBAL)) {
            return all;
        }
        for (int number = 1; number <= 5 * SampleAccount.size(region); number++) {
            all.add(instance(region, number));
        }
        if (later && region.equals(SampleAccount.REGIONS.get(1))) {
            all.remove(0);
        }
        if (region.equals(SampleAccount.REGIONS.get(0))) {
            all.addAll(machines.of(region, List.copyOf(all)));
        }
        return all;
    }

    @Override
    public List<Item> scenarios(boolean later) {
        List<Item> all = new ArrayList<>();
        if (account.equals(SampleAccount.PAYMENTS)) {
            String home = SampleAccount.REGIONS.get(0);
            all.add(unpatched(home, "settlement-batch", "payments"));
            if (!later) {
                all.add(instance(home, 98).tag("Name", "disputes-db").tag("workload", "disputes"));
            }
        }
        return all;
    }

    private Item instance(String region, int number) {
        String id = "i-" + dice.hex(17);
        String workload = dice.of(account.workloads());
        boolean windows = dice.oneIn(6);
        boolean managed = dice.good();
        return new Item(
                        new Scope(account.id(), region, TYPE),
                        id,
                        "arn:aws:ec2:%s:%s:instance/%s".formatted(region, account.id(), id))
                .tag("Name", "%s-%02d".formatted(workload, number))
                .tag("team", dice.oneIn(8) ? null : account.team())
                .tag("workload", workload)
                .with("instanceId", id)
                .with("imageId", "ami-" + dice.hex(17))
                .with("instanceType", dice.of(List.of("t3.medium", "m6i.large", "c7g.xlarge")))
                .with("state", Map.of("name", dice.oneIn(10) ? "stopped" : "running"))
                .with("launchTime", daysAgo(dice.between(1, 300)))
                .with("platform", windows ? "windows" : null)
                .with("platformDetails", windows ? "Windows" : "Linux/UNIX")
                .with("virtualizationType", "hvm")
                .with("vpcId", "vpc-" + dice.hex(17))
                .with("subnetId", "subnet-" + dice.hex(17))
                .with("outpostArn", null)
                .with("publicIpAddress", dice.good() ? null : "198.51.100." + dice.between(1, 254))
                .with("iamInstanceProfile", dice.good() ? profile(workload) : null)
                .with("metadataOptions", metadata(dice.good()))
                .with("securityGroups", List.of(Map.of("groupId", "sg-" + dice.hex(17), "groupName", workload)))
                .with("networkInterfaces", List.of())
                .beside("instanceInformation", managed ? information(windows) : null)
                .beside(
                        "patchState",
                        managed && !dice.oneIn(12) ? patches(dice.good() ? 0 : dice.between(1, 30)) : null)
                .beside("userDataHasSecret", dice.oneIn(3) ? null : !dice.good() && dice.oneIn(3));
    }

    /** Scenario S2: a managed guest operating system that lacks critical patches. */
    private Item unpatched(String region, String name, @Nullable String team) {
        return instance(region, 99)
                .tag("Name", name)
                .tag("team", team)
                .with("state", Map.of("name", "running"))
                .beside("instanceInformation", information(false))
                .beside("patchState", patches(17));
    }

    private Map<String, Object> profile(String workload) {
        return Map.of("arn", "arn:aws:iam::%s:instance-profile/%s".formatted(account.id(), workload));
    }

    private static Map<String, Object> metadata(boolean tokens) {
        return Map.of(
                "httpTokens",
                tokens ? "required" : "optional",
                "httpEndpoint",
                "enabled",
                "httpPutResponseHopLimit",
                1L,
                "instanceMetadataTags",
                "disabled");
    }

    private static Map<String, Object> information(boolean windows) {
        return Map.of(
                "pingStatus", "Online",
                "platformType", windows ? "Windows" : "Linux",
                "platformName", windows ? "Microsoft Windows Server 2022 Datacenter" : "Amazon Linux",
                "platformVersion", windows ? "10.0.20348" : "2023",
                "agentVersion", "3.3.1611.0");
    }

    private Map<String, Object> patches(int missing) {
        return Map.of(
                "operation",
                "Scan",
                "operationEndTime",
                daysAgo(1),
                "installedCount",
                210L,
                "missingCount",
                (long) missing,
                "failedCount",
                0L,
                "installedPendingRebootCount",
                0L,
                "criticalNonCompliantCount",
                (long) missing / 4,
                "securityNonCompliantCount",
                (long) missing / 2,
                "otherNonCompliantCount",
                (long) missing / 4);
    }

    private String daysAgo(int days) {
        return now.minus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
