package dev.demarc.assessment.responsibility;

import dev.demarc.assessment.account.AccountPlace;
import dev.demarc.assessment.account.AccountStore;
import dev.demarc.assessment.grant.Grants;
import dev.demarc.assessment.problem.StoreUnavailableException;
import dev.demarc.contracts.api.Owner;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.engine.LayerOwner;
import dev.demarc.engine.ownership.Ownership;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a name on who answers for a layer that is inherited from another account; whoever may not see that account learns
 * no more than the resource's own configuration says, its id.
 */
@ApplicationScoped
public class LayerOwners {
    private static final String GUARDRAIL_TEAM = "guardrailTeam";

    private final Grants grants;
    private final AccountStore accounts;

    LayerOwners(Grants grants, AccountStore accounts) {
        this.grants = grants;
        this.accounts = accounts;
    }

    /**
     * @param own who answers where the layer is not inherited; its account stands in where the owner's is not known
     * @return own where {@code owner} is null
     */
    public Owner of(@Nullable LayerOwner owner, Owner own, CatalogRevision catalog) {
        return owner == null ? own : inherited(owner, own, catalog);
    }

    /** As {@link #of}, null where that is the resource's own account and team. */
    @Nullable
    Owner inheritedFrom(@Nullable LayerOwner owner, Owner own, CatalogRevision catalog) {
        Owner found = of(owner, own, catalog);
        return found.equals(own) ? null : found;
    }

    private Owner inherited(LayerOwner owner, Owner own, CatalogRevision catalog) {
        Optional<String> guardrailTeam = owner.guardrail()
                ? Optional.ofNullable(catalog.parameters().values().get(GUARDRAIL_TEAM))
                        .map(String::valueOf)
                : Optional.empty();
        String account = owner.account();
        if (account == null) {
            return new Owner(own.party(), own.account(), own.accountName(), guardrailTeam.orElse(own.team()));
        }
        if (!grants.reached().covers(account)) {
            return new Owner(own.party(), account, account, guardrailTeam.orElse(null));
        }
        try {
            AccountPlace place = accounts.place(account);
            return new Owner(
                    own.party(),
                    account,
                    accounts.name(account),
                    guardrailTeam
                            .or(() -> Ownership.of(catalog.parameters()).ofAccount(place.team(), place.ouPath()))
                            .orElse(null));
        } catch (SQLException e) {
            throw StoreUnavailableException.orBug(e);
        }
    }
}
