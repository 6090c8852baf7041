package dev.demarc.assessment.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an account stands in its organisation, as far as that decides who owns it.
 *
 * @param team the account's own team, null where it has none
 * @param ouPath names of the organisational units from the root down
 */
public record AccountPlace(@Nullable String team, List<String> ouPath) {
    static final AccountPlace UNKNOWN = new AccountPlace(null, List.of());

    public AccountPlace {
        ouPath = List.copyOf(ouPath);
    }
}
