package dev.demarc.assessment.partition;

import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.ingest.Arrival;
import dev.demarc.assessment.ingest.Message;
import dev.demarc.assessment.ingest.MessageReader;
import dev.demarc.assessment.ingest.RefusedConfiguration;
import dev.demarc.assessment.resource.Digest;
import dev.demarc.assessment.resource.KnownResource;
import dev.demarc.assessment.resource.ResourceReader;
import dev.demarc.assessment.resource.StoredResource;
import dev.demarc.assessment.run.RunRules;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.RunBegun;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.shell.kafka.DeadLetter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Messages of one partition on their way into one transaction, in their order. It ends early, before a message that
 * needs what came before to be committed: a second configuration of one resource, or more of a scope whose removals
 * are due.
 */
final class Batch {
    /** A configuration and when it was observed, by the time of the bus. */
    private record Observed(ResourceConfiguration item, Instant at) {}

    /** Names a resource within the partition. */
    private record Place(int scope, long rid) {}

    private final Transaction transaction;
    private final PartitionMemory memory;
    private final Assessor assessor;
    private final Map<Place, KnownResource> known = new HashMap<>();
    private final Set<Place> changed = new HashSet<>();
    private final ScopeChanges scopes;
    private final List<DeadLetter> deadLetters = new ArrayList<>();

    Batch(Transaction transaction, PartitionMemory memory, RunRules rules, Assessor assessor, ClockSkews skews) {
        this.transaction = transaction;
        this.memory = memory;
        this.assessor = assessor;
        scopes = new ScopeChanges(transaction, memory, rules, assessor, skews);
    }

    /** @return how many of the messages were taken; the others wait for the next transaction */
    int take(List<Message> messages, Map<String, NumberedScope> names) throws SQLException {
        learn(messages, names);
        int taken = 0;
        for (Message message : messages) {
            NumberedScope scope = names.get(message.record().key());
            if (message instanceof Message.Poison poison) {
                deadLetters.add(new DeadLetter(poison.record(), poison.reason()));
            } else if (scope == null) {
                throw new IllegalStateException(
                        "scope %s has no number".formatted(message.record().key()));
            } else if (mustWait(message, scope)) {
                return taken;
            } else {
                take(message, scope);
            }
            taken++;
        }
        return taken;
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    List<ScanProgress> overruled() {
        return scopes.overruled();
    }

    void write() throws SQLException {
        scopes.write();
    }

    private void learn(List<Message> messages, Map<String, NumberedScope> names) throws SQLException {
        Set<Integer> all = new HashSet<>();
        names.values().forEach(scope -> all.add(scope.number()));
        memory.learnScopes(transaction.connection(), all);
        Set<Integer> ofItems = new HashSet<>();
        for (Message message : messages) {
            place(message, names.get(message.record().key())).ifPresent(place -> ofItems.add(place.scope()));
        }
        memory.digests().learn(transaction.connection(), ofItems);
        List<Place> stored = messages.stream()
                .flatMap(message -> changing(message, names).stream())
                .toList();
        if (!stored.isEmpty()) {
            int[] numbers = stored.stream().mapToInt(Place::scope).toArray();
            long[] rids = stored.stream().mapToLong(Place::rid).toArray();
            ResourceReader.known(transaction.connection(), numbers, rids)
                    .forEach(each -> known.put(new Place(each.scope(), each.rid()), each));
        }
    }

    /** The stored resource of which a message says something else than what is stored. */
    private Optional<Place> changing(Message message, Map<String, NumberedScope> names) {
        return place(message, names.get(message.record().key()))
                .filter(place -> memory.digests().isStored(place.scope(), place.rid()))
                .filter(place -> !(message instanceof Message.Item item && isStored(place, item)));
    }

    private static Optional<Place> place(Message message, @Nullable NumberedScope scope) {
        if (scope != null && message instanceof Message.Item item) {
            return Optional.of(new Place(scope.number(), item.rid()));
        }
        return scope != null
                        && message instanceof Message.Refused refused
                        && refused.rid().isPresent()
                ? Optional.of(new Place(scope.number(), refused.rid().getAsLong()))
                : Optional.empty();
    }

    private boolean isStored(Place place, Message.Item item) {
        return memory.digests().isStored(place.scope(), place.rid(), item.digest());
    }

    private boolean mustWait(Message message, NumberedScope scope) {
        boolean removalsDue = memory.scope(scope.number())
                .map(state -> state.removal() != null)
                .orElse(false);
        return removalsDue
                || place(message, scope)
                        .filter(changed::contains)
                        .filter(place -> !(message instanceof Message.Item item && isStored(place, item)))
                        .isPresent();
    }

    private void take(Message message, NumberedScope scope) throws SQLException {
        if (message instanceof Message.Item item) {
            takeItem(item, scope);
        } else if (message instanceof Message.Begin begin) {
            begin(begin, scope);
        } else if (message instanceof Message.Page page) {
            scopes.page(scope, page.page());
        } else if (message instanceof Message.End end) {
            scopes.end(scope, end.ended(), cameAt(message));
            traceOf(message);
        } else if (message instanceof Message.Refused refused) {
            refuse(refused, scope);
        }
    }

    private void begin(Message.Begin begin, NumberedScope scope) throws SQLException {
        RunBegun begun = begin.begun();
        Instant cameAt = cameAt(begin);
        if (BusTime.canBe(begun, cameAt)) {
            scopes.begin(scope, begun, cameAt);
        } else {
            String reason = "begunAt is %s, which %s".formatted(begun.begunAt(), BusTime.NO_TIME);
            deadLetters.add(new DeadLetter(begin.record(), reason));
        }
    }

    private void takeItem(Message.Item item, NumberedScope scope) throws SQLException {
        if (memory.digests().isStored(scope.number(), item.rid(), item.digest())) {
            touch(item, scope);
            return;
        }
        Optional<Observed> observed = parse(item, scope);
        if (observed.isPresent()) {
            KnownResource before = known.get(new Place(scope.number(), item.rid()));
            if (scopes.accepts(scope, item.run(), observed.get().at(), before == null ? null : before.observedAt())) {
                store(item, scope, observed.get(), before);
            }
        }
    }

    /** What another run than the newest saw after that began is there, although the newest may not list it. */
    private void touch(Message.Item item, NumberedScope scope) throws SQLException {
        if (!scopes.isNewest(scope, item.run())) {
            Optional<Observed> observed = parse(item, scope);
            if (observed.isPresent()
                    && scopes.accepts(scope, item.run(), observed.get().at(), null)) {
                transaction.resources().touch(scope, item.rid(), observed.get().at());
            }
        }
    }

    private Optional<Observed> parse(Message.Item item, NumberedScope scope) throws SQLException {
        String reason;
        try {
            ResourceConfiguration parsed = MessageReader.parse(item, scope.name());
            Optional<Instant> at = observedAt(item, scope, parsed.configurationItemCaptureTime());
            if (at.isPresent()) {
                return Optional.of(new Observed(parsed, at.get()));
            }
            reason = "configurationItemCaptureTime is %s, which %s"
                    .formatted(parsed.configurationItemCaptureTime(), BusTime.NO_TIME);
        } catch (MalformedRecordException | IllegalArgumentException e) {
            reason = String.valueOf(e.getMessage());
        }
        refuse(new Message.Refused(item.record(), Optional.of(item.run()), OptionalLong.of(item.rid()), reason), scope);
        return Optional.empty();
    }

    /** Empty where no clock that is only wrong can have told the time. */
    private Optional<Instant> observedAt(Message.Item item, NumberedScope scope, Instant told) throws SQLException {
        Instant cameAt = cameAt(item);
        if (!BusTime.isNear(told, cameAt)) {
            return Optional.empty();
        }
        Instant at = scopes.byTheBus(scope, item.run(), told);
        return BusTime.isNotYetToCome(at, cameAt)
                ? Optional.of(scopes.noLaterThanTold(scope, item.run(), at, cameAt))
                : Optional.empty();
    }

    private Instant cameAt(Message message) {
        return Arrival.of(message.record(), transaction.now());
    }

    /** What a refused item would have said of its resource is not known: neither is what is stored any more. */
    private void refuse(Message.Refused item, NumberedScope scope) throws SQLException {
        deadLetters.add(new DeadLetter(item.record(), item.reason()));
        if (item.rid().isEmpty()) {
            scopes.untold(scope, item.run(), RefusedConfiguration.shown(item.reason()));
            return;
        }
        long rid = item.rid().getAsLong();
        KnownResource before = known.get(new Place(scope.number(), rid));
        boolean said = memory.digests().isStored(scope.number(), rid, Digest.ofRefused(rid));
        boolean sameAsStored = before == null && memory.digests().isStored(scope.number(), rid);
        if (!said && !sameAsStored) {
            Optional<Instant> observedAt =
                    scopes.acceptsRefused(scope, item.run(), cameAt(item), before == null ? null : before.observedAt());
            if (observedAt.isPresent()) {
                unread(item, scope, rid, before, observedAt.get());
            }
        }
    }

    private void unread(
            Message.Refused item, NumberedScope scope, long rid, @Nullable KnownResource before, Instant observedAt)
            throws SQLException {
        Optional<StoredResource> stored = before == null
                ? Optional.empty()
                : ResourceReader.one(transaction.connection(), scope.number(), rid).stream()
                        .findFirst();
        keep(scope, before, assessor.refused(scope, rid, stored, observedAt, item.reason(), transaction));
    }

    private void store(Message.Item item, NumberedScope scope, Observed observed, @Nullable KnownResource before)
            throws SQLException {
        byte[] json = item.record().value();
        List<NonPass> nonPasses = before == null ? List.of() : before.nonPasses();
        StoredResource after = assessor.assess(
                scope.number(),
                item.rid(),
                item.digest(),
                observed.at(),
                observed.item(),
                json,
                nonPasses,
                transaction);
        transaction.contradict(scope, after);
        keep(scope, before, after);
        traceOf(item);
    }

    private void keep(NumberedScope scope, @Nullable KnownResource before, StoredResource after) throws SQLException {
        if (before == null) {
            transaction.resources().insert(scope, after, scopes.isFirst(scope));
            scopes.added(scope);
        } else {
            transaction.resources().reconfigure(scope, before, after);
        }
        memory.digests().put(scope.number(), after.rid(), after.digest());
        changed.add(new Place(scope.number(), after.rid()));
        transaction.due(scope);
    }

    private void traceOf(Message message) {
        EventHeaders.text(message.record().headers(), EventHeaders.TRACE_PARENT)
                .filter(trace -> TraceParent.read(trace).isPresent())
                .ifPresent(transaction::trace);
    }
}
