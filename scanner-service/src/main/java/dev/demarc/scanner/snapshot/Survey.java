package dev.demarc.scanner.snapshot;

import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a snapshot file contains and what of it is not taken, before any of it is sent. */
public final class Survey {
    private static final int KEPT_FAULTS = 20;

    private final Map<Scope, Facts> scopes = new TreeMap<>(Comparator.comparing(Scope::toString));
    private final Map<Scope, Map<Long, String>> places = new HashMap<>();
    private final Map<Scope, Set<Long>> twice = new HashMap<>();
    private final Map<Scope, String> refused = new TreeMap<>(Comparator.comparing(Scope::toString));
    private final Map<String, AccountLine> accounts = new TreeMap<>();
    private final Map<String, Long> foreign = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private long faultCount;
    private @Nullable String unattributed;
    private @Nullable Delivery delivery;

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
            add(item);
        } else if (entry instanceof Entry.OfAccount account) {
            accounts.put(account.account().id(), account.account());
        } else if (entry instanceof Entry.OfScope scope) {
            observed(scope.scope(), scope.observedAt(), new End(scope.outcome(), scope.reason(), scope.permission()));
        } else if (entry instanceof Entry.Foreign other) {
            foreign.merge(other.type(), 1L, Long::sum);
        } else if (entry instanceof Entry.Fault fault) {
            add(fault);
        } else if (entry instanceof Entry.Refused refusal) {
            tell(refusal.place() + ": " + refusal.reason());
        }
    }

    private void add(Entry.Item item) {
        ResourceConfiguration resource = item.resource();
        Scope scope = resource.scope();
        observed(scope, resource.configurationItemCaptureTime(), End.COMPLETE);
        long rid = ResourceKey.rid(scope, resource.resourceId());
        String before = places.computeIfAbsent(scope, each -> new HashMap<>()).putIfAbsent(rid, item.place());
        if (before != null) {
            twice.computeIfAbsent(scope, each -> new HashSet<>()).add(rid);
            add(new Entry.Fault(
                    item.place(),
                    scope,
                    "%s stands in %s, too; accepted: each resource once, so neither is taken"
                            .formatted(resource.resourceId(), before)));
        }
    }

    private void add(Entry.Fault fault) {
        String text = fault.place() + ": " + fault.reason();
        tell(text);
        if (fault.scope() == null) {
            unattributed = unattributed == null ? text : unattributed;
        } else {
            Facts known = scopes.get(fault.scope());
            Instant earliest = known == null ? Instant.EPOCH : known.earliest();
            Instant latest = known == null ? Instant.EPOCH : known.latest();
            scopes.put(fault.scope(), new Facts(earliest, latest, new End(Outcome.FAILED, text, null)));
        }
    }

    private void tell(String fault) {
        faultCount++;
        if (faults.size() < KEPT_FAULTS) {
            faults.add(fault);
        }
    }

    /** The file could not be read to its end. */
    void cutOff(String reason) {
        faultCount++;
        faults.add(reason);
        unattributed = reason;
    }

    void delivered(Delivery when) {
        delivery = when;
    }

    /** Leaves out scopes of which a listing came that is as new, and those of which this file has nothing but faults. */
    void leaveOut(KnownBefore before) {
        scopes.entrySet().removeIf(scope -> {
            Instant observedAt = scope.getValue().earliest();
            if (observedAt.equals(Instant.EPOCH)) {
                return before.knows(scope.getKey());
            }
            Optional<String> reason = before.refusal(scope.getKey(), observedAt);
            reason.ifPresent(text -> refused.put(scope.getKey(), text));
            return reason.isPresent();
        });
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

    /** Whether the resource is sent: no other of the file has its identity. */
    boolean takes(ResourceConfiguration resource) {
        Set<Long> doubled = twice.get(resource.scope());
        return doubled == null || !doubled.contains(ResourceKey.rid(resource.scope(), resource.resourceId()));
    }

    /**
     * What is new of the file's accounts. What it does not say of them stays as it is known, and one that is known and
     * that it does not describe is not touched.
     *
     * @param organization that all of them are put into, where it is named
     * @param known what everybody knows
     */
    List<Account> accounts(Optional<String> organization, KnownBefore known) {
        Map<String, AccountLine> lines = new TreeMap<>(accounts);
        regions().forEach((id, regions) -> {
            if (!lines.containsKey(id)) {
                lines.put(id, AccountLine.without(id, known.account(id).isPresent() ? null : regions));
            }
        });
        return lines.values().stream()
                .map(line -> organization.map(line::in).orElse(line))
                .map(line -> line.over(known.account(line.id())))
                .filter(account -> !known.account(account.id()).equals(Optional.of(account)))
                .toList();
    }

    private Map<String, List<String>> regions() {
        Map<String, List<String>> regions = new TreeMap<>();
        scopes.keySet().forEach(scope -> {
            List<String> of = regions.computeIfAbsent(scope.account(), id -> new ArrayList<>());
            if (!scope.region().equals(Scope.GLOBAL) && !of.contains(scope.region())) {
                of.add(scope.region());
            }
        });
        return regions;
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

    /** What is not taken, with its place; the first of many. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    public long faultCount() {
        return faultCount;
    }

    /** The scopes of which nothing is taken, and why. */
    public Map<Scope, String> refused() {
        return Collections.unmodifiableMap(refused);
    }

    /** How many items were passed over, by types that are not read. */
    public Map<String, Long> foreign() {
        return Collections.unmodifiableMap(foreign);
    }

    /** When AWS Config's items were observed, and who says so; empty where the file has none. */
    public Optional<String> delivery() {
        return Optional.ofNullable(delivery).map(Delivery::toString);
    }
}
