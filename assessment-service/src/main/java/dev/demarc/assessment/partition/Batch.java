package dev.demarc.assessment.partition;

import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.ingest.Message;
import dev.demarc.assessment.ingest.MessageReader;
import dev.demarc.assessment.resource.KnownResource;
import dev.demarc.assessment.resource.RememberedDigests;
import dev.demarc.assessment.resource.ResourceReader;
import dev.demarc.assessment.resource.StoredResource;
import dev.demarc.assessment.run.RunRules;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.shell.kafka.DeadLetter;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Messages of one partition on their way into one transaction, in their order. It ends early, before a message that
 * needs what came before to be committed: a second configuration of one resource, or more of a scope whose removals
 * are due.
 */
final class Batch {
    /** How far a scanner's clock may be ahead of ours: what is from the future would silence all that comes before it. */
    private static final Duration MOST_AHEAD = Duration.ofDays(1);

    private final Transaction transaction;
    private final PartitionMemory memory;
    private final Assessor assessor;
    private final Map<Long, KnownResource> known = new HashMap<>();
    private final Set<Long> changed = new HashSet<>();
    private final ScopeChanges scopes;
    private final List<DeadLetter> deadLetters = new ArrayList<>();

    Batch(Transaction transaction, PartitionMemory memory, RunRules rules, Assessor assessor) {
        this.transaction = transaction;
        this.memory = memory;
        this.assessor = assessor;
        scopes = new ScopeChanges(transaction, memory, rules, assessor);
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

    void write() throws SQLException {
        scopes.write();
    }

    private void learn(List<Message> messages, Map<String, NumberedScope> names) throws SQLException {
        Set<Integer> all = new HashSet<>();
        names.values().forEach(scope -> all.add(scope.number()));
        memory.learnScopes(transaction.connection(), all);
        Set<Integer> ofItems = new HashSet<>();
        List<Message.Item> items = new ArrayList<>();
        for (Message message : messages) {
            NumberedScope scope = names.get(message.record().key());
            if (message instanceof Message.Item item && scope != null) {
                ofItems.add(scope.number());
                items.add(item);
            }
        }
        memory.digests().learn(transaction.connection(), ofItems);
        List<Message.Item> stored = items.stream()
                .filter(item -> !memory.digests().isStored(item.digest()))
                .filter(item -> memory.digests().isStored(item.rid()))
                .toList();
        if (!stored.isEmpty()) {
            int[] numbers = stored.stream()
                    .mapToInt(item -> Objects.requireNonNull(
                                    names.get(item.record().key()))
                            .number())
                    .toArray();
            long[] rids = stored.stream().mapToLong(Message.Item::rid).toArray();
            ResourceReader.known(transaction.connection(), numbers, rids).forEach(each -> known.put(each.rid(), each));
        }
    }

    private boolean mustWait(Message message, NumberedScope scope) {
        boolean removalsDue = memory.scope(scope.number())
                .map(state -> state.removal() != null)
                .orElse(false);
        return removalsDue
                || (message instanceof Message.Item item
                        && changed.contains(item.rid())
                        && !memory.digests().isStored(item.digest()));
    }

    private void take(Message message, NumberedScope scope) throws SQLException {
        if (message instanceof Message.Item item) {
            takeItem(item, scope);
        } else if (message instanceof Message.Begin begin) {
            if (!isAhead(message, "begunAt", begin.begun().begunAt())) {
                scopes.begin(scope, begin.begun());
            }
        } else if (message instanceof Message.Page page) {
            scopes.page(scope, page.page());
        } else if (message instanceof Message.End end) {
            scopes.end(scope, end.ended());
            traceOf(message);
        }
    }

    private void takeItem(Message.Item item, NumberedScope scope) throws SQLException {
        if (memory.digests().isStored(item.digest())) {
            touch(item, scope);
            return;
        }
        Optional<ResourceConfiguration> parsed = parse(item, scope.name());
        if (parsed.isPresent()) {
            KnownResource before = known.get(item.rid());
            Instant observedAt = parsed.get().configurationItemCaptureTime();
            if (scopes.accepts(scope, item.run(), observedAt, before == null ? null : before.observedAt())) {
                store(item, scope, parsed.get(), before);
            }
        }
    }

    /** What another run than the newest saw after that began is there, although the newest may not list it. */
    private void touch(Message.Item item, NumberedScope scope) throws SQLException {
        if (!scopes.isNewest(scope, item.run())) {
            Optional<ResourceConfiguration> parsed = parse(item, scope.name());
            if (parsed.isPresent()) {
                Instant observedAt = parsed.get().configurationItemCaptureTime();
                if (scopes.accepts(scope, item.run(), observedAt, null)) {
                    transaction.resources().touch(scope, item.rid(), observedAt);
                }
            }
        }
    }

    private Optional<ResourceConfiguration> parse(Message.Item item, Scope scope) {
        try {
            ResourceConfiguration parsed = MessageReader.parse(item, scope);
            return isAhead(item, "configurationItemCaptureTime", parsed.configurationItemCaptureTime())
                    ? Optional.empty()
                    : Optional.of(parsed);
        } catch (MalformedRecordException | IllegalArgumentException e) {
            deadLetters.add(new DeadLetter(item.record(), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private boolean isAhead(Message message, String field, Instant at) {
        Instant most = transaction.now().plus(MOST_AHEAD);
        boolean ahead = at.isAfter(most);
        if (ahead) {
            deadLetters.add(new DeadLetter(
                    message.record(), "%s is %s, which is yet to come; accepted: until %s".formatted(field, at, most)));
        }
        return ahead;
    }

    private void store(
            Message.Item item, NumberedScope scope, ResourceConfiguration parsed, @Nullable KnownResource before)
            throws SQLException {
        byte[] json = item.record().value();
        List<NonPass> nonPasses = before == null ? List.of() : before.nonPasses();
        StoredResource after =
                assessor.assess(scope.number(), item.rid(), item.digest(), parsed, json, nonPasses, transaction);
        transaction.contradict(scope, after);
        RememberedDigests digests = memory.digests();
        if (before == null) {
            transaction.resources().insert(scope, after, scopes.isFirst(scope));
            digests.add(item.rid(), item.digest());
            scopes.added(scope);
        } else {
            transaction.resources().reconfigure(scope, before, after);
            digests.replace(before.digest(), item.digest());
        }
        changed.add(item.rid());
        transaction.due(scope);
        traceOf(item);
    }

    private void traceOf(Message message) {
        EventHeaders.text(message.record().headers(), EventHeaders.TRACE_PARENT)
                .filter(trace -> TraceParent.read(trace).isPresent())
                .ifPresent(transaction::trace);
    }
}
