package dev.demarc.assessment.approved;

import dev.demarc.engine.statement.AccountStatements;
import java.util.Map;

/**
 * The approved statements by account, as of one version.
 *
 * @param version the number of the last act that they know of
 */
public record Snapshot(long version, Map<String, AccountStatements> byAccount) {
    static final Snapshot NONE = new Snapshot(-1, Map.of());

    public Snapshot {
        byAccount = Map.copyOf(byAccount);
    }

    public AccountStatements of(String account) {
        return byAccount.getOrDefault(account, AccountStatements.NONE);
    }
}
