package dev.demarc.gateway.account;

import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Scorecard;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Every account that the bus told of. Written by the bus's thread, read by all. */
@Singleton
public final class Accounts {
    /** The organization of the sample, which is never summed with real ones. */
    public static final String SAMPLE = "sample";

    private final Map<String, Scorecard> scorecards = new ConcurrentHashMap<>();
    private final Map<String, KnownAccount> known = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    public Optional<KnownAccount> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    public List<KnownAccount> all() {
        return List.copyOf(known.values());
    }

    /** The organisation's accounts that are not gone, by id. */
    public List<KnownAccount> of(String organization) {
        return known.values().stream()
                .filter(entry -> entry.account().organization().equals(organization))
                .filter(entry -> entry.account().status() != Account.Status.GONE)
                .sorted((one, other) ->
                        one.account().id().compareTo(other.account().id()))
                .toList();
    }

    /** Rises with every change. */
    public long changes() {
        return changes.get();
    }

    void put(Account account) {
        known.put(account.id(), new KnownAccount(account, scorecards.get(account.id())));
        changes.incrementAndGet();
    }

    void remove(String account) {
        known.remove(account);
        changes.incrementAndGet();
    }

    /** Takes a scorecard in unless a newer or the same one is known; tells whether it did. */
    boolean put(Scorecard scorecard) {
        Scorecard before = scorecards.get(scorecard.account());
        if (before != null && before.version() >= scorecard.version()) {
            return false;
        }
        scorecards.put(scorecard.account(), scorecard);
        known.computeIfPresent(scorecard.account(), (id, entry) -> new KnownAccount(entry.account(), scorecard));
        changes.incrementAndGet();
        return true;
    }

    void removeScorecard(String account) {
        scorecards.remove(account);
        known.computeIfPresent(account, (id, entry) -> new KnownAccount(entry.account(), null));
        changes.incrementAndGet();
    }
}
