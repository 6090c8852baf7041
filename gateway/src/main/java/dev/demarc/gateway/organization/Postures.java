package dev.demarc.gateway.organization;

import dev.demarc.gateway.account.Accounts;
import dev.demarc.gateway.account.Organizations;
import dev.demarc.gateway.answer.Representation;
import dev.demarc.gateway.catalog.CatalogView;
import dev.demarc.gateway.catalog.CurrentCatalog;
import dev.demarc.shell.problem.UnknownIdException;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Each organisation's posture, rolled up again only when something changed. */
@Singleton
final class Postures {
    private record Rolled(long changes, CatalogView catalog, Representation representation) {}

    private final Organizations organizations;
    private final Accounts accounts;
    private final CurrentCatalog catalog;
    private final Map<String, Rolled> rolled = new ConcurrentHashMap<>();

    Postures(Organizations organizations, Accounts accounts, CurrentCatalog catalog) {
        this.organizations = organizations;
        this.accounts = accounts;
        this.catalog = catalog;
    }

    /** @param team whose part of it, empty for what no team owns, null for all; a part is rolled up each time */
    Representation of(@Nullable String named, @Nullable String team) {
        String organization = organizations
                .named(named)
                .orElseThrow(() -> new UnknownIdException(
                        "No account is known yet: scan one, import a file or load the sample organisation"));
        if (team != null) {
            return Representation.of(Rollup.of(organization, team, accounts.of(organization), catalog.require()));
        }
        Rolled known = current(organization);
        return known == null ? roll(organization) : known.representation();
    }

    private synchronized Representation roll(String organization) {
        Rolled known = current(organization);
        if (known == null) {
            long changes = accounts.changes();
            CatalogView revision = catalog.require();
            known = new Rolled(
                    changes,
                    revision,
                    Representation.of(Rollup.of(organization, null, accounts.of(organization), revision)));
            rolled.put(organization, known);
        }
        return known.representation();
    }

    private @Nullable Rolled current(String organization) {
        Rolled known = rolled.get(organization);
        return known != null && known.changes() == accounts.changes() && known.catalog() == catalog.require()
                ? known
                : null;
    }
}
