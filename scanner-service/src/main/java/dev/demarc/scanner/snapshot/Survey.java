package dev.demarc.scanner.snapshot;

import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a snapshot file contains and what of it could not be understood, before any of it is sent. */
public final class Survey {
    private static final int KEPT_FAULTS = 20;

    private final Map<Scope, Facts> scopes = new TreeMap<>(Comparator.comparing(Scope::toString));
    private final Map<String, Account> accounts = new TreeMap<>();
    private final Map<String, Long> foreign = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private long faultCount;
    private @Nullable String unattributed;

    /**
     * What is known of one scope.
     *
     * @param earliest when it was first observed, the epoch where no line tells
     * @param latest when it was last observed
     */
    record Facts(Instant earliest, Instant latest, End end) {}

    /** How the run of a scope ends. */
    record End(
            Outcome outcome,
            @Nullable String reason,
            @Nullable String permission) {
        static final End COMPLETE = new End(Outcome.COMPLETE, null, null);
    }

    void add(Entry entry) {
        if (entry instanceof Entry.Item item) {
            observed(item.resource().scope(), item.resource().configurationItemCaptureTime(), End.COMPLETE);
        } else if (entry instanceof Entry.OfAccount account) {
            accounts.put(account.account().id(), account.account());
        } else if (entry instanceof Entry.OfScope scope) {
            observed(scope.scope(), scope.observedAt(), new End(scope.outcome(), scope.reason(), scope.permission()));
        } else if (entry instanceof Entry.Foreign other) {
            foreign.merge(other.type(), 1L, Long::sum);
        } else if (entry instanceof Entry.Fault fault) {
            add(fault);
        }
    }

    private void add(Entry.Fault fault) {
        String text = fault.place() + ": " + fault.reason();
        faultCount++;
        if (faults.size() < KEPT_FAULTS) {
            faults.add(text);
        }
        if (fault.scope() == null) {
            unattributed = unattributed == null ? text : unattributed;
        } else {
            Facts known = scopes.get(fault.scope());
            Instant earliest = known == null ? Instant.EPOCH : known.earliest();
            Instant latest = known == null ? Instant.EPOCH : known.latest();
            scopes.put(fault.scope(), new Facts(earliest, latest, new End(Outcome.FAILED, text, null)));
        }
    }

    void cutOff(String reason) {
        faultCount++;
        faults.add(reason);
        unattributed = reason;
    }

    private void observed(Scope scope, Instant at, End end) {
        Facts known = scopes.get(scope);
        if (known == null) {
            scopes.put(scope, new Facts(at, at, end));
        } else {
            boolean earlier = known.earliest().equals(Instant.EPOCH) || at.isBefore(known.earliest());
            boolean stays = end.outcome() == Outcome.COMPLETE;
            scopes.put(
                    scope,
                    new Facts(
                            earlier ? at : known.earliest(),
                            at.isAfter(known.latest()) ? at : known.latest(),
                            stays ? known.end() : end));
        }
    }

    Map<Scope, Facts> scopes() {
        return Collections.unmodifiableMap(scopes);
    }

    Map<String, Account> accounts() {
        return Collections.unmodifiableMap(accounts);
    }

    /** The accounts of the file: as it describes them, else by their ids and the regions of their resources. */
    List<Account> accounts(Optional<String> organization) {
        List<Account> all = new ArrayList<>();
        Map<String, List<String>> regions = new TreeMap<>();
        scopes.keySet().forEach(scope -> regions.computeIfAbsent(scope.account(), id -> new ArrayList<>())
                .add(scope.region()));
        accounts.values()
                .forEach(account -> all.add(organization
                        .map(name -> new Account(
                                account.id(),
                                account.name(),
                                name,
                                account.ouPath(),
                                account.status(),
                                account.enabledRegions(),
                                account.team()))
                        .orElse(account)));
        regions.forEach((id, in) -> {
            if (!accounts.containsKey(id)) {
                List<String> enabled = in.stream()
                        .filter(region -> !region.equals(Scope.GLOBAL))
                        .distinct()
                        .sorted()
                        .toList();
                all.add(new Account(id, id, organization.orElse(id), List.of(), Account.Status.ACTIVE, enabled, null));
            }
        });
        return all;
    }

    /** When a scope was last observed; {@code now} where the file does not tell. */
    Instant lastObserved(Scope scope, Instant now) {
        Facts facts = scopes.get(scope);
        return facts == null || facts.latest().equals(Instant.EPOCH) ? now : facts.latest();
    }

    /** A scope is complete only if nothing of the file that may concern it is in doubt. */
    End end(Scope scope) {
        Facts facts = scopes.get(scope);
        End end = facts == null ? End.COMPLETE : facts.end();
        String doubt = unattributed;
        return end.outcome() == Outcome.COMPLETE && doubt != null ? new End(Outcome.FAILED, doubt, null) : end;
    }

    /** The first faults, each with its place. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    public long faultCount() {
        return faultCount;
    }

    /** How many items were passed over, by types that are not read. */
    public Map<String, Long> foreign() {
        return Collections.unmodifiableMap(foreign);
    }
}
