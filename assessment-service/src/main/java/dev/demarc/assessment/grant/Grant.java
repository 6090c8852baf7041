package dev.demarc.assessment.grant;

import java.util.Optional;
import java.util.Set;

/**
 * The accounts that a reader may see; no store reads without one.
 *
 * @param accounts ids of the accounts, empty for all of them
 */
public record Grant(Optional<Set<String>> accounts) {
    private static final Grant ALL = new Grant(Optional.empty());

    public Grant {
        accounts = accounts.map(Set::copyOf);
    }

    public static Grant all() {
        return ALL;
    }

    public static Grant of(Set<String> accounts) {
        return new Grant(Optional.of(accounts));
    }

    public boolean covers(String account) {
        return accounts.map(granted -> granted.contains(account)).orElse(true);
    }
}
