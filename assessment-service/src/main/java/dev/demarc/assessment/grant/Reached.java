package dev.demarc.assessment.grant;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reader may see, or act on, of the accounts that are known now; no store reads without one.
 *
 * @param accounts ids of the accounts that are reached as a whole, empty for all of them
 * @param teams whose own is reached in all other accounts
 */
public record Reached(Optional<Set<String>> accounts, Set<String> teams) {
    private static final Reached ALL = new Reached(Optional.empty(), Set.of());

    public Reached {
        accounts = accounts.map(Set::copyOf);
        teams = Set.copyOf(teams);
    }

    public static Reached all() {
        return ALL;
    }

    public static Reached of(Set<String> accounts) {
        return new Reached(Optional.of(accounts), Set.of());
    }

    /** Whether all that an account holds is reached. */
    public boolean covers(String account) {
        return accounts.map(reached -> reached.contains(account)).orElse(true);
    }

    /**
     * Whether something within an account is.
     *
     * @param team that owns it, null or empty for none
     */
    public boolean covers(String account, @Nullable String team) {
        return covers(account) || (team != null && teams.contains(team));
    }
}
