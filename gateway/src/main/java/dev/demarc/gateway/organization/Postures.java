package dev.demarc.gateway.organization;

import dev.demarc.contracts.access.Sight;
import dev.demarc.gateway.account.Accounts;
import dev.demarc.gateway.account.Organizations;
import dev.demarc.gateway.answer.Coalesced;
import dev.demarc.gateway.answer.Representation;
import dev.demarc.gateway.catalog.CatalogView;
import dev.demarc.gateway.catalog.CurrentCatalog;
import dev.demarc.shell.problem.UnknownIdException;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Each organisation's posture and its teams' parts, rolled up again only when something of the organisation changed. */
@Singleton
final class Postures {
    private record Part(
            Sight sight, String organization, @Nullable String team) {}

    private record Version(long changes, CatalogView catalog) {}

    private final Organizations organizations;
    private final Accounts accounts;
    private final CurrentCatalog catalog;
    private final Coalesced<Part> rolled;

    Postures(Organizations organizations, Accounts accounts, CurrentCatalog catalog, Clock clock) {
        this.organizations = organizations;
        this.accounts = accounts;
        this.catalog = catalog;
        this.rolled = new Coalesced<>(clock);
    }

    /** @param team whose part of it, empty for what no team owns, null for all */
    Representation of(Sight sight, @Nullable String named, @Nullable String team) {
        String organization = organizations
                .named(sight, named)
                .orElseThrow(() -> new UnknownIdException(
                        "No account is known yet: scan one, import a file or load the sample organisation"));
        Version version = new Version(accounts.changes(organization), catalog.require());
        return rolled.get(
                new Part(sight, organization, team),
                version,
                () -> Rollup.of(organization, team, accounts.of(sight, organization), version.catalog()));
    }
}
