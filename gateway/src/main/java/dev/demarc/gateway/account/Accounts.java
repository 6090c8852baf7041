package dev.demarc.gateway.account;

import dev.demarc.contracts.access.Sight;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.gateway.catalog.CurrentCatalog;
import dev.demarc.gateway.live.AccountsSeen;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every account that the bus told of. Written by the bus's thread, read by all. */
@Singleton
public final class Accounts implements AccountsSeen {
    /** The organization of the sample, which is never summed with real ones. */
    public static final String SAMPLE = "sample";

    private final Map<String, Scorecard> scorecards = new ConcurrentHashMap<>();
    private final Map<String, KnownAccount> known = new ConcurrentHashMap<>();
    private final Map<String, Long> changesOf = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    private final CurrentCatalog catalog;

    Accounts(CurrentCatalog catalog) {
        this.catalog = catalog;
    }

    /** What of the account may be seen; empty where nothing may, or there is none. */
    public Optional<KnownAccount> find(Sight sight, String id) {
        return Optional.ofNullable(known.get(id)).flatMap(account -> seen(sight, account));
    }

    /** Every account of which something may be seen, as far as it may. */
    public List<KnownAccount> all(Sight sight) {
        return seen(sight, known.values().stream()).toList();
    }

    /** Those of the organisation that are not gone, by id. */
    public List<KnownAccount> of(Sight sight, String organization) {
        return seen(
                        sight,
                        known.values().stream()
                                .filter(entry -> entry.account().organization().equals(organization))
                                .filter(entry -> entry.account().status() != Account.Status.GONE))
                .sorted((one, other) ->
                        one.account().id().compareTo(other.account().id()))
                .toList();
    }

    /** Nobody sees an account that is not known, but whoever sees everything. */
    @Override
    public boolean covers(Sight sight, String id) {
        KnownAccount account = known.get(id);
        return sight.isEverything() || (account != null && covers(sight, account.account()));
    }

    private Stream<KnownAccount> seen(Sight sight, Stream<KnownAccount> accounts) {
        return sight.isEverything()
                ? accounts
                : accounts.map(account -> seen(sight, account)).flatMap(Optional::stream);
    }

    private Optional<KnownAccount> seen(Sight sight, KnownAccount account) {
        if (covers(sight, account.account())) {
            return Optional.of(account);
        }
        Set<String> teams = sight.teams();
        return teams.isEmpty() ? Optional.empty() : catalog.view().flatMap(view -> account.part(teams, view));
    }

    private static boolean covers(Sight sight, Account account) {
        return sight.covers(account.id(), account.organization(), account.ouPath());
    }

    /** Rises with every change to any account. */
    long changes() {
        return changes.get();
    }

    /** Moves with every change to an account that belongs to the organisation, or did. */
    public long changes(String organization) {
        return changesOf.getOrDefault(organization, 0L);
    }

    void put(Account account) {
        KnownAccount before = known.put(account.id(), new KnownAccount(account, scorecards.get(account.id())));
        changed(before);
        changed(known.get(account.id()));
    }

    void remove(String account) {
        changed(known.remove(account));
    }

    /** Takes a scorecard in unless a newer or the same one is known; tells whether it did. */
    boolean put(Scorecard scorecard) {
        Scorecard before = scorecards.get(scorecard.account());
        if (before != null && before.version() >= scorecard.version()) {
            return false;
        }
        scorecards.put(scorecard.account(), scorecard);
        changed(known.computeIfPresent(
                scorecard.account(), (id, entry) -> new KnownAccount(entry.account(), scorecard)));
        return true;
    }

    void removeScorecard(String account) {
        scorecards.remove(account);
        changed(known.computeIfPresent(account, (id, entry) -> new KnownAccount(entry.account(), null)));
    }

    private void changed(@Nullable KnownAccount account) {
        if (account != null) {
            changesOf.put(account.account().organization(), changes.incrementAndGet());
        }
    }
}
