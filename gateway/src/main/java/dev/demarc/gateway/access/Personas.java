package dev.demarc.gateway.access;

import dev.demarc.contracts.access.Reach;
import dev.demarc.contracts.access.Role;
import dev.demarc.contracts.access.Sight;
import dev.demarc.contracts.scorecard.PackedTallies;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.gateway.account.Accounts;
import dev.demarc.gateway.account.KnownAccount;
import dev.demarc.gateway.account.Organizations;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Who may be worth being: one of each kind, of what the default organisation has. */
@Singleton
final class Personas {
    private final Accounts accounts;
    private final Organizations organizations;

    Personas(Accounts accounts, Organizations organizations) {
        this.accounts = accounts;
        this.organizations = organizations;
    }

    List<Persona> suggested() {
        Optional<String> organization = organizations.defaultId(Sight.EVERYTHING);
        if (organization.isEmpty()) {
            return List.of();
        }
        List<KnownAccount> known = accounts.of(Sight.EVERYTHING, organization.get());
        List<Persona> personas = new ArrayList<>();
        known.stream()
                .map(account -> account.account().ouPath())
                .filter(path -> !path.isEmpty())
                .map(path -> path.get(0))
                .sorted()
                .findFirst()
                .ifPresent(unit ->
                        personas.add(new Persona(Role.VIEWER, Reach.ofUnit(organization.get(), List.of(unit)))));
        known.stream()
                .map(KnownAccount::scorecard)
                .filter(Objects::nonNull)
                .map(Scorecard::tallies)
                .map(PackedTallies::teams)
                .flatMap(List::stream)
                .filter(team -> !team.isEmpty() && !team.equals(PackedTallies.OTHER_TEAMS))
                .sorted()
                .findFirst()
                .ifPresent(team -> personas.add(new Persona(Role.OWNER, Reach.ofTeam(team))));
        for (Role role : List.of(Role.OWNER, Role.APPROVER, Role.AUDITOR, Role.OPERATOR)) {
            personas.add(new Persona(role, Reach.ofOrganization(organization.get())));
        }
        return personas;
    }
}
