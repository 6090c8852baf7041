package dev.demarc.gateway.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.access.Reach;
import dev.demarc.contracts.access.Sight;
import dev.demarc.gateway.Catalogs;
import dev.demarc.gateway.account.Accounts;
import dev.demarc.gateway.account.Organizations;
import dev.demarc.gateway.account.TestAccounts;
import dev.demarc.gateway.catalog.CatalogView;
import dev.demarc.shell.problem.RefusedValueException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** What may not be seen does not exist: two worlds that differ in nothing else are told alike. */
class SightProperties {
    private static final CatalogView CATALOG = CatalogView.of(Catalogs.small());

    @Property(tries = 400)
    void whatIsToldOfAccountsAndOrganisationsDependsOnNothingThatMayNotBeSeen(@ForAll long seed) {
        Random random = new Random(seed);
        Sight sight = sight(random);
        World world = World.draw(random);

        assertThat(told(world.withAnother(sight, random), sight)).isEqualTo(told(world, sight));
    }

    @Property(tries = 100)
    void whoeverSeesEverythingIsToldOfEveryAccountAsAWhole(@ForAll long seed) {
        World world = World.draw(new Random(seed));
        Sight all = new Sight(Set.of(
                Reach.ofOrganization("o-a"), Reach.ofOrganization("o-b"), Reach.ofOrganization(Accounts.SAMPLE)));

        assertThat(told(world, all)).isEqualTo(told(world, Sight.EVERYTHING));
    }

    private static List<String> told(World world, Sight sight) {
        Accounts accounts = world.accounts();
        Organizations organizations = TestAccounts.organizations(accounts);
        List<String> told = new ArrayList<>();
        told.add(text(Json.bytes(organizations.all(sight))));
        told.add("default " + organizations.defaultId(sight));
        for (String organization : World.ORGANIZATIONS) {
            told.add(named(organizations, sight, organization));
            for (String team : World.TEAMS) {
                told.add(rolledUp(accounts, sight, organization, team));
            }
            told.add(rolledUp(accounts, sight, organization, null));
        }
        for (String id : World.IDS) {
            told.add(accounts.find(sight, id)
                    .map(TestAccounts::told)
                    .map(Json::bytes)
                    .map(SightProperties::text)
                    .orElse("none"));
            told.add("news " + (accounts.find(sight, id).isPresent() && accounts.covers(sight, id)));
        }
        return told;
    }

    private static String named(Organizations organizations, Sight sight, String organization) {
        try {
            return String.valueOf(organizations.named(sight, organization));
        } catch (RefusedValueException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String rolledUp(Accounts accounts, Sight sight, String organization, @Nullable String team) {
        return text(Json.bytes(Rollup.of(organization, team, accounts.of(sight, organization), CATALOG)));
    }

    private static Sight sight(Random random) {
        Set<Reach> reaches = new HashSet<>();
        for (int n = random.nextInt(3); n >= 0; n--) {
            reaches.add(
                    switch (random.nextInt(4)) {
                        case 0 -> Reach.ofOrganization(World.any(World.ORGANIZATIONS, random));
                        case 1 ->
                            Reach.ofUnit(
                                    World.any(World.ORGANIZATIONS, random),
                                    List.of(World.any(World.UNITS, random).split("/", -1)));
                        case 2 -> Reach.ofAccounts(Set.of(World.any(World.IDS, random)));
                        default -> Reach.ofTeam(World.any(World.TEAMS.subList(1, World.TEAMS.size()), random));
                    });
        }
        return new Sight(reaches);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
