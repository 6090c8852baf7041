package dev.demarc.contracts.api;

import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Scorecard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account with its scorecard.
 *
 * @param scorecard null before its first
 * @param asOf the instant that it is shown as of, null for now
 */
public record AccountView(
        Account account,
        @Nullable Scorecard scorecard,
        @Nullable Instant asOf) {
    /** As it is now. */
    public AccountView(Account account, @Nullable Scorecard scorecard) {
        this(account, scorecard, null);
    }
}
