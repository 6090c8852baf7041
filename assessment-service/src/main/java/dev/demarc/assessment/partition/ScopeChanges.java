package dev.demarc.assessment.partition;

import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.resource.RememberedDigests;
import dev.demarc.assessment.run.Listing;
import dev.demarc.assessment.run.Run;
import dev.demarc.assessment.run.RunRules;
import dev.demarc.assessment.run.RunRules.Step;
import dev.demarc.assessment.run.Runs;
import dev.demarc.assessment.run.ScopeState;
import dev.demarc.assessment.run.ScopeStates;
import dev.demarc.contracts.finding.Cause;
import dev.demarc.contracts.resource.RunBegun;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.RunPage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the messages of one transaction change of scopes and runs; written at its end. */
final class ScopeChanges {
    private final Transaction transaction;
    private final Connection connection;
    private final PartitionMemory memory;
    private final RunRules rules;
    private final Assessor assessor;
    private final Map<Integer, ScopeState> states = new LinkedHashMap<>();
    private final Map<Runs.Key, Run> runs = new LinkedHashMap<>();
    private final Map<Runs.Key, Map<Integer, long[]>> pages = new LinkedHashMap<>();
    private final Set<Runs.Key> withoutPages = new HashSet<>();

    ScopeChanges(Transaction transaction, PartitionMemory memory, RunRules rules, Assessor assessor) {
        this.transaction = transaction;
        connection = transaction.connection();
        this.memory = memory;
        this.rules = rules;
        this.assessor = assessor;
    }

    void begin(NumberedScope scope, RunBegun message) throws SQLException {
        keep(rules.begin(state(scope), run(scope, message.run().toString()), message));
    }

    void page(NumberedScope scope, RunPage message) throws SQLException {
        String id = message.run().toString();
        if (run(scope, id).filter(Run::isOpen).isPresent()) {
            pages.computeIfAbsent(new Runs.Key(scope.number(), id), key -> new LinkedHashMap<>())
                    .put(message.page(), message.unpacked());
        }
    }

    void end(NumberedScope scope, RunEnded message) throws SQLException {
        Runs.Key key = new Runs.Key(scope.number(), message.run().toString());
        Optional<Run> run = run(scope, key.run());
        Listing listing = run.filter(Run::isOpen).isPresent() ? listing(key) : new Listing();
        Step step = rules.end(state(scope), run, message, listing);
        if (isFirst(scope) && !step.scope().equals(state(scope))) {
            transaction.summaries().finish(scope, Cause.FIRST_JUDGEMENT);
        }
        if (step.scope().removal() != null && holdsExactly(step.scope(), listing)) {
            step = new Step(step.scope().removal(null), step.run());
        }
        keep(step);
        if (step.run().ended() != null && step.scope().removal() == null) {
            pages.remove(key);
            withoutPages.add(key);
        }
        transaction.due(scope);
    }

    boolean isNewest(NumberedScope scope, String run) throws SQLException {
        ScopeState.Newest newest = state(scope).newest();
        return newest != null && newest.run().equals(run);
    }

    boolean accepts(NumberedScope scope, String run, Instant observedAt, @Nullable Instant stored) throws SQLException {
        Optional<Run> known = isNewest(scope, run) ? Optional.empty() : run(scope, run);
        return rules.acceptsItem(state(scope), known, run, observedAt, stored);
    }

    boolean isFirst(NumberedScope scope) throws SQLException {
        return state(scope).complete() == null;
    }

    void added(NumberedScope scope) throws SQLException {
        keep(state(scope).plusResources(1));
    }

    void write() throws SQLException {
        ScopeStates.save(connection, states.values());
        Runs.save(connection, runs.values());
        for (Map.Entry<Runs.Key, Map<Integer, long[]>> each : pages.entrySet()) {
            Runs.Key key = each.getKey();
            for (Map.Entry<Integer, long[]> page : each.getValue().entrySet()) {
                Runs.savePage(connection, key.scope(), key.run(), page.getKey(), page.getValue());
            }
        }
        Runs.dropPages(connection, withoutPages);
    }

    /** Whether a complete run lists just what is stored, so that nothing is to be removed. */
    private boolean holdsExactly(ScopeState state, Listing listing) throws SQLException {
        RememberedDigests digests = memory.digests();
        digests.learn(connection, Set.of(state.scope()));
        long[] listed = listing.sorted();
        return listed.length == state.resources()
                && Arrays.stream(listed).distinct().count() == listed.length
                && Arrays.stream(listed).allMatch(digests::isStored);
    }

    private Listing listing(Runs.Key key) throws SQLException {
        Listing listing = Runs.listing(connection, key.scope(), key.run());
        pages.getOrDefault(key, Map.of()).forEach(listing::put);
        return listing;
    }

    private ScopeState state(NumberedScope scope) throws SQLException {
        Optional<ScopeState> known = memory.scope(scope.number());
        return known.isPresent()
                ? known.get()
                : ScopeState.unread(
                        scope.number(), assessor.accountTeam(scope.name().account(), transaction.judging()));
    }

    private Optional<Run> run(NumberedScope scope, String id) throws SQLException {
        return memory.run(connection, scope.number(), id);
    }

    private void keep(Step step) {
        if (!memory.scope(step.scope().scope()).equals(Optional.of(step.scope()))) {
            keep(step.scope());
        }
        Runs.Key key = new Runs.Key(step.run().scope(), step.run().id());
        runs.put(key, step.run());
        memory.keep(step.run());
    }

    private void keep(ScopeState state) {
        states.put(state.scope(), state);
        memory.keep(state);
    }
}
