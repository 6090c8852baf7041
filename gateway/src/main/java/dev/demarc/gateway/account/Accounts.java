package dev.demarc.gateway.account;

import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Scorecard;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Every account that the bus told of. Written by the bus's thread, read by all. */
@Singleton
public final class Accounts {
    /** The organization of the sample, which is never summed with real ones. */
    public static final String SAMPLE = "sample";

    private final Map<String, Scorecard> scorecards = new ConcurrentHashMap<>();
    private final Map<String, KnownAccount> known = new ConcurrentHashMap<>();
    private final Map<String, Long> changesOf = new ConcurrentHashMap<>();
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
