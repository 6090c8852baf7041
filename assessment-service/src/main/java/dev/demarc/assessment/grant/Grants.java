package dev.demarc.assessment.grant;

import dev.demarc.contracts.access.Grant;
import dev.demarc.contracts.access.Role;
import dev.demarc.shell.edge.CurrentGrant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** What the grant of the present request reaches. */
@ApplicationScoped
public class Grants {
    private final CurrentGrant current;
    private final ReachedAccounts accounts;

    Grants(CurrentGrant current, ReachedAccounts accounts) {
        this.current = current;
        this.accounts = accounts;
    }

    /** What may be seen. */
    public Reached reached() {
        return accounts.of(current.get().sight());
    }

    /**
     * What may be seen by one of the roles.
     *
     * @throws dev.demarc.shell.problem.ForbiddenException where the grant has none of them
     */
    public Reached reachedAs(Role... roles) {
        return accounts.of(current.sight(Set.of(roles)));
    }

    /**
     * Who acts in one of the roles.
     *
     * @throws dev.demarc.shell.problem.ForbiddenException where the grant has none of them
     */
    public Acting acting(Role... roles) {
        Grant grant = current.get();
        return new Acting(
                grant.who(), reached(), reachedAs(roles), grant.sight().teams());
    }
}
