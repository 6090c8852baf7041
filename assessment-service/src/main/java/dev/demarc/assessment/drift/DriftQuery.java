package dev.demarc.assessment.drift;

import dev.demarc.assessment.listing.AccountFilter;
import dev.demarc.contracts.api.DriftItem;
import java.time.Instant;
import java.util.Set;

/**
 * What is asked of what moved.
 *
 * @param teams whose, empty for any, the empty name for none
 * @param since what moved after it
 * @param until and not after this
 * @param kinds empty for any
 */
public record DriftQuery(
        AccountFilter accounts, Set<String> teams, Instant since, Instant until, Set<DriftItem.Kind> kinds) {
    public DriftQuery {
        teams = Set.copyOf(teams);
        kinds = Set.copyOf(kinds);
    }

    boolean asksFor(DriftItem.Kind kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    boolean asksForTeam(String team) {
        return teams.isEmpty() || teams.contains(team);
    }

    DriftQuery duties() {
        return new DriftQuery(accounts, teams, since, until, Set.of(DriftItem.Kind.DUTY));
    }
}
