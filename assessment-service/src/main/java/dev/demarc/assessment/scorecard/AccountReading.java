package dev.demarc.assessment.scorecard;

import dev.demarc.contracts.scan.Account;
import java.util.List;

/**
 * All that one snapshot of the store says of an account.
 *
 * @param revision catalog revision of the newest judging version that judged any of its scopes
 * @param engine engine version of that judging version
 * @param reassessing whether any of its scopes is still judged by another one
 * @param scopes every scope that a record was seen of
 */
public record AccountReading(
        Account account, int revision, int engine, boolean reassessing, List<ScopeReading> scopes) {
    public AccountReading {
        scopes = List.copyOf(scopes);
    }
}
