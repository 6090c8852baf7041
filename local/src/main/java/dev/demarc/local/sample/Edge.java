package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What stands between an account's workloads and the world: load balancers, distributions, firewalls, certificates and
 * access points.
 */
final class Edge implements Family {
    /** The account in which every packet passes appliances, and whose own data centre holds an Outpost. */
    private static final String NETWORK_ACCOUNT = "shared-network";

    private final SampleAccount account;
    private final Balancers balancers;
    private final Distributions distributions;
    private final Firewalls firewalls;
    private final Certificates certificates;
    private final AccessPoints accessPoints;

    Edge(SampleAccount account, Instant now) {
        Dice dice = new Dice(account.id() + "/edge", account.quality());
        this.account = account;
        this.balancers = new Balancers(account, dice);
        this.distributions = new Distributions(account, dice);
        this.firewalls = new Firewalls(account, dice);
        this.certificates = new Certificates(account, dice, now);
        this.accessPoints = new AccessPoints(account, dice);
    }

    @Override
    public Set<String> types(String region) {
        return region.equals(Scope.GLOBAL)
                ? Set.of(Distributions.TYPE, Firewalls.TYPE)
                : Set.of(AccessPoints.TYPE, Balancers.TYPE, Balancers.CLASSIC, Certificates.TYPE, Firewalls.TYPE);
    }

    @Override
    public List<Item> items(String region, boolean later) {
        List<Item> items = new ArrayList<>();
        if (region.equals(Scope.GLOBAL)) {
            items.add(firewalls.acl(region, "edge"));
            account.workloads().stream().limit(2).forEach(workload -> items.add(distributions.of(workload)));
        }
        int place = SampleAccount.REGIONS.indexOf(region);
        if (place == 0) {
            items.add(firewalls.acl(region, "regional"));
            for (String workload : account.workloads()) {
                items.add(balancers.application(region, workload));
                items.add(certificates.of(region, workload));
            }
            items.add(balancers.network(region, account.workloads().get(0)));
            items.add(certificates.imported(region, account.workloads().get(0)));
            account.workloads().stream().limit(2).forEach(workload -> items.add(accessPoints.of(region, workload)));
            items.addAll(special(region));
        } else if (place == 1) {
            items.add(balancers.application(region, account.workloads().get(0)));
            items.add(certificates.of(region, account.workloads().get(0)));
        }
        return items;
    }

    private List<Item> special(String region) {
        if (account.name().equals(NETWORK_ACCOUNT)) {
            return List.of(balancers.gateway(region), balancers.onOutpost(region));
        }
        return account.quality() < 0.75
                ? List.of(
                        balancers.classic(region, account.workloads().get(0)),
                        balancers.classic(region, account.workloads().get(1)))
                : List.of();
    }
}
