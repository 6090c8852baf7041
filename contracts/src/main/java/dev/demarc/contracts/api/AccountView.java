package dev.demarc.contracts.api;

import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Scorecard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account with its scorecard.
 *
 * @param scorecard null before its first
 * @param asOf the instant that it is shown as of, null for now
 * @param ofTeams the teams whose own in the account is all that may be seen of it, empty where all of it may
 */
public record AccountView(
        Account account,
        @Nullable Scorecard scorecard,
        @Nullable Instant asOf,
        List<String> ofTeams) {
    public AccountView {
        ofTeams = ofTeams == null ? List.of() : List.copyOf(ofTeams);
    }

    public AccountView(Account account, @Nullable Scorecard scorecard, @Nullable Instant asOf) {
        this(account, scorecard, asOf, List.of());
    }

    /** As it is now. */
    public AccountView(Account account, @Nullable Scorecard scorecard) {
        this(account, scorecard, null, List.of());
    }
}
