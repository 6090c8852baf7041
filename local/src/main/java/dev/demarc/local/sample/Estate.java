package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All that one account holds, the scenarios of the model put where they belong. */
final class Estate {
    /** The account whose role may not read everything. */
    private static final String PARTLY_DENIED = SampleAccount.SECURITY.id();

    private final SampleAccount account;
    private final Buckets buckets;
    private final Instances instances;
    private final SecurityGroups groups;
    private final Users users;
    private final AccountFacts facts;
    private final Machines machines;
    private final List<Family> families;

    Estate(SampleAccount account, Instant now) {
        Dice dice = new Dice(account.id(), account.quality());
        this.account = account;
        this.buckets = new Buckets(account, dice, now);
        this.instances = new Instances(account, dice, now);
        this.groups = new SecurityGroups(account, dice);
        this.users = new Users(account, dice, now);
        this.facts = new AccountFacts(account, dice, now);
        this.machines = new Machines(account, now);
        this.families = List.of(
                new Applications(account),
                new Databases(account, now),
                new Edge(account, now),
                new Keys(account, now),
                new Messages(account),
                new Networks(account),
                new People(account, now),
                new Roles(account, now),
                new Secrets(account, now),
                new Storage(account, now),
                new Trails(account),
                new Watch(account));
    }

    static boolean isDenied(Scope scope) {
        return scope.account().equals(PARTLY_DENIED)
                && scope.region().startsWith("eu-")
                && scope.type().equals(Instances.TYPE);
    }

    /** Adds the account's scopes; {@code later} is the state some days on, with things mended, broken, made and gone. */
    void fill(Map<Scope, List<Item>> scopes, boolean later) {
        add(scopes, scope(Scope.GLOBAL, AccountFacts.TYPE), List.of(facts.global()));
        add(scopes, scope(Scope.GLOBAL, Users.TYPE), users());
        for (String region : SampleAccount.REGIONS) {
            int size = SampleAccount.REGIONS.indexOf(region) == 0 ? 2 : 1;
            add(scopes, scope(region, AccountFacts.TYPE), List.of(facts.regional(region)));
            add(scopes, scope(region, Buckets.TYPE), buckets(region, size));
            add(scopes, scope(region, Instances.TYPE), instances(region, size));
            add(scopes, scope(region, SecurityGroups.TYPE), groups(region, size));
            Machines.TYPES.forEach(type -> add(scopes, scope(region, type), List.of()));
        }
        for (Family family : families) {
            add(scopes, family, Scope.GLOBAL, later);
            SampleAccount.REGIONS.forEach(region -> add(scopes, family, region, later));
        }
        String home = SampleAccount.REGIONS.get(0);
        machines.of(home, in(scopes, scope(home, Instances.TYPE))).forEach(item -> into(scopes, item));
        scenarios(scopes, later);
        if (later) {
            passTime(scopes);
        }
        new AccountJoins(account, scopes).join();
        scopes.replaceAll((scope, items) -> isDenied(scope) ? List.of() : items);
    }

    private List<Item> users() {
        List<Item> all = new ArrayList<>();
        all.add(users.administrator());
        for (int number = 1; number <= 5; number++) {
            all.add(users.person(number));
            all.add(users.machine(number));
        }
        return all;
    }

    private List<Item> buckets(String region, int size) {
        List<Item> all = new ArrayList<>();
        all.add(buckets.madeByElasticBeanstalk(region));
        for (int number = 1; number <= 5 * size; number++) {
            all.add(buckets.bucket(region, number));
        }
        if (account.id().equals(PARTLY_DENIED)) {
            all.get(1).denied("bucketPolicy", "s3:GetBucketPolicy");
        }
        return all;
    }

    private List<Item> instances(String region, int size) {
        List<Item> all = new ArrayList<>();
        for (int number = 1; number <= 5 * size; number++) {
            all.add(instances.instance(region, number));
        }
        return all;
    }

    private List<Item> groups(String region, int size) {
        List<Item> all = new ArrayList<>();
        all.add(groups.defaultGroup(region));
        for (int number = 1; number <= 5 * size; number++) {
            all.add(groups.group(region, number));
        }
        return all;
    }

    private void scenarios(Map<Scope, List<Item>> scopes, boolean later) {
        String home = SampleAccount.REGIONS.get(0);
        if (account.equals(SampleAccount.RETAIL)) {
            into(scopes, buckets.publiclyReadable(home, "retail-web-prod-customer-exports", "retail"));
            Item leaflet = buckets.publiclyReadable(home, "retail-web-prod-spring-leaflet", null);
            into(scopes, later ? leaflet.beside("bucketPolicy", null) : leaflet);
        }
        if (account.equals(SampleAccount.PAYMENTS)) {
            into(scopes, instances.unpatched(home, "settlement-batch", "payments"));
            if (!later) {
                into(
                        scopes,
                        instances.instance(home, 98).tag("Name", "disputes-db").tag("workload", "disputes"));
            }
        }
        if (account.equals(SampleAccount.DATA_LAKE)) {
            into(
                    scopes,
                    buckets.publiclyReadable(home, "data-lake-prod-open-data", "data")
                            .tag("data-classification", "public"));
        }
        if (account.equals(SampleAccount.BUILD)) {
            into(scopes, users.administratorWithoutMfa("legacy-release-admin", null));
        }
        if (account.equals(SampleAccount.SANDBOX)) {
            into(scopes, groups.open(home, "jump-host", 22, null));
            into(scopes, buckets.publiclyWritable(home, "sandbox-dev-letter-box"));
            if (later) {
                into(scopes, groups.open("us-east-1", "remote-desktop-trial", 3389, null));
            }
        }
    }

    /**
     * What happens in some days anywhere: the first instance is gone, a bucket gets its versions kept; in the data lake
     * people take the upgrades of a database from AWS.
     */
    private void passTime(Map<Scope, List<Item>> scopes) {
        in(scopes, scope(SampleAccount.REGIONS.get(1), Instances.TYPE)).remove(0);
        in(scopes, scope(SampleAccount.REGIONS.get(2), Buckets.TYPE))
                .get(1)
                .beside("bucketVersioning", Buckets.versioning(true, false));
        if (account.equals(SampleAccount.DATA_LAKE)) {
            String home = SampleAccount.REGIONS.get(0);
            first(in(scopes, scope(home, Databases.INSTANCE)), "autoMinorVersionUpgrade", true)
                    .with("autoMinorVersionUpgrade", false);
        }
    }

    private static Item first(List<Item> items, String name, Object value) {
        return items.stream()
                .filter(item -> value.equals(item.said(name)))
                .findFirst()
                .orElseThrow();
    }

    private Scope scope(String region, String type) {
        return new Scope(account.id(), region, type);
    }

    private static void add(Map<Scope, List<Item>> scopes, Scope scope, List<Item> items) {
        scopes.put(scope, new ArrayList<>(items));
    }

    private void add(Map<Scope, List<Item>> scopes, Family family, String region, boolean later) {
        family.types(region).forEach(type -> add(scopes, scope(region, type), List.of()));
        family.items(region, later).forEach(item -> into(scopes, item));
    }

    private static void into(Map<Scope, List<Item>> scopes, Item item) {
        in(scopes, item.scope()).add(item);
    }

    private static List<Item> in(Map<Scope, List<Item>> scopes, Scope scope) {
        return scopes.computeIfAbsent(scope, absent -> new ArrayList<>());
    }
}
