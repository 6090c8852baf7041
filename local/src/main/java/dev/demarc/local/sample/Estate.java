package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All that one account holds, family by family. */
final class Estate {
    private final SampleAccount account;
    private final List<Family> families;

    Estate(SampleAccount account, Instant now) {
        this.account = account;
        Dice shared = new Dice(account.id(), account.quality());
        this.families = List.of(
                new AccountFacts(account, shared, now),
                new Users(account, shared, now),
                new Buckets(account, shared, now),
                new Instances(account, shared, now),
                new SecurityGroups(account, shared),
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

    /** Adds the account's scopes; {@code later} is the state some days on, with things mended, broken, made and gone. */
    void fill(Map<Scope, List<Item>> scopes, boolean later) {
        add(scopes, Scope.GLOBAL, later);
        SampleAccount.REGIONS.forEach(region -> add(scopes, region, later));
        families.forEach(family -> family.scenarios(later).forEach(item -> into(scopes, item)));
        new AccountJoins(account, scopes).join();
        scopes.replaceAll((scope, items) -> Instances.isDenied(scope) ? List.of() : items);
    }

    private void add(Map<Scope, List<Item>> scopes, String region, boolean later) {
        for (Family family : families) {
            family.types(region).forEach(type -> scopes.put(new Scope(account.id(), region, type), new ArrayList<>()));
            family.items(region, later).forEach(item -> into(scopes, item));
        }
    }

    private static void into(Map<Scope, List<Item>> scopes, Item item) {
        scopes.computeIfAbsent(item.scope(), absent -> new ArrayList<>()).add(item);
    }
}
