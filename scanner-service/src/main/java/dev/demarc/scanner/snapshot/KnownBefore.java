package dev.demarc.scanner.snapshot;

import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scan.ScanProgress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was known before a file, by other files of the same import too: the accounts, and which listing of a scope is the
 * newest, beside which none counts that is as old.
 */
public final class KnownBefore {
    private final Map<String, Account> accounts;
    private final Map<Scope, Listing> newest = new HashMap<>();

    private record Listing(Instant observedAt, String source) {}

    KnownBefore(Map<String, Account> accounts, Iterable<ScanProgress> begun) {
        this.accounts = new HashMap<>(accounts);
        begun.forEach(each -> add(each.scope(), each.at(), each.run().scan()));
    }

    Optional<Account> account(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    void add(Account account) {
        accounts.put(account.id(), account);
    }

    /** Whether a listing of the scope came. */
    boolean knows(Scope scope) {
        return newest.containsKey(scope);
    }

    /** Why a listing would be of no use; empty where it is. */
    Optional<String> refusal(Scope scope, Instant observedAt) {
        return Optional.ofNullable(newest.get(scope))
                .filter(known -> !observedAt.isAfter(known.observedAt()))
                .map(known -> "observed at %s, %s the listing of %s (%s), which counts"
                        .formatted(
                                observedAt,
                                observedAt.equals(known.observedAt()) ? "as" : "before",
                                known.source(),
                                known.observedAt()));
    }

    void add(Scope scope, Path file, Instant observedAt) {
        add(scope, observedAt, file.toString());
    }

    private void add(Scope scope, Instant observedAt, String source) {
        newest.merge(
                scope,
                new Listing(observedAt, source),
                (known, other) -> other.observedAt().isAfter(known.observedAt()) ? other : known);
    }
}
