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
import dev.demarc.contracts.scan.ScanProgress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final ClockSkews skews;
    private final Map<Integer, ScopeState> states = new LinkedHashMap<>();
    private final Map<Runs.Key, Run> runs = new LinkedHashMap<>();
    private final Map<Runs.Key, Map<Integer, long[]>> pages = new LinkedHashMap<>();
    private final Set<Runs.Key> withoutPages = new HashSet<>();
    private final List<ScanProgress> overruled = new ArrayList<>();

    ScopeChanges(Transaction transaction, PartitionMemory memory, RunRules rules, Assessor assessor, ClockSkews skews) {
        this.transaction = transaction;
        connection = transaction.connection();
        this.memory = memory;
        this.rules = rules;
        this.assessor = assessor;
        this.skews = skews;
    }

    void begin(NumberedScope scope, RunBegun message, Instant cameAt) throws SQLException {
        Optional<Run> known = run(scope, message.run().toString());
        Step step = rules.begin(state(scope), known, message, cameAt);
        keep(step);
        if (!known.equals(Optional.of(step.run()))) {
            skews.began(message.run().scan(), step.run().ahead());
        }
    }

    void page(NumberedScope scope, RunPage message) throws SQLException {
        String id = message.run().toString();
        if (run(scope, id).filter(Run::isOpen).isPresent()) {
            pages.computeIfAbsent(new Runs.Key(scope.number(), id), key -> new LinkedHashMap<>())
                    .put(message.page(), message.unpacked());
        }
    }

    void end(NumberedScope scope, RunEnded message, Instant cameAt) throws SQLException {
        Runs.Key key = new Runs.Key(scope.number(), message.run().toString());
        Optional<Run> run = run(scope, key.run());
        Optional<String> better = run.isPresent() ? rules.overruled(state(scope), run.get()) : Optional.empty();
        better.ifPresent(why -> overruled.add(ScanProgress.overruled(message, cameAt, why)));
        Listing listing = run.filter(Run::isOpen).isPresent() ? listing(key) : new Listing();
        Step step = rules.end(state(scope), run, message, listing, cameAt);
        if (isFirst(scope) && !step.scope().equals(state(scope))) {
            transaction.summaries().finish(scope, Cause.FIRST_JUDGEMENT);
        }
        if (step.scope().removal() != null && listsAllThatIsStored(step.scope(), listing)) {
            step = new Step(step.scope().removal(null), step.run());
        }
        keep(step);
        if (step.run().ended() != null && step.scope().removal() == null) {
            pages.remove(key);
            withoutPages.add(key);
        }
        transaction.due(scope);
    }

    /** Runs that were read to their end and do not speak for their scope, with the reason. */
    List<ScanProgress> overruled() {
        return overruled;
    }

    boolean isNewest(NumberedScope scope, String run) throws SQLException {
        ScopeState.Newest newest = state(scope).newest();
        return newest != null && newest.run().equals(run);
    }

    /** A time that an item tells, by the time of the bus. */
    Instant byTheBus(NumberedScope scope, String run, Instant told) throws SQLException {
        Optional<Run> known = isNewest(scope, run) ? Optional.empty() : run(scope, run);
        return rules.byTheBus(state(scope), known, run, told);
    }

    Instant noLaterThanTold(NumberedScope scope, String run, Instant at, Instant cameAt) throws SQLException {
        Optional<Run> known = isNewest(scope, run) ? Optional.empty() : run(scope, run);
        return rules.noLaterThanTold(state(scope), known, run, at, cameAt);
    }

    boolean accepts(NumberedScope scope, String run, Instant observedAt, @Nullable Instant stored) throws SQLException {
        Optional<Run> known = isNewest(scope, run) ? Optional.empty() : run(scope, run);
        return rules.acceptsItem(state(scope), known, run, observedAt, stored);
    }

    /**
     * When a resource counts as observed whose configuration was refused; empty where nobody can tell better by it.
     *
     * @param run its run, empty where that is not known
     * @param at when its record came
     */
    Optional<Instant> acceptsRefused(NumberedScope scope, Optional<String> run, Instant at, @Nullable Instant stored)
            throws SQLException {
        Optional<Run> known = run.isPresent() ? run(scope, run.get()) : Optional.empty();
        return rules.acceptsRefused(state(scope), known, run, at, stored);
    }

    /** A resource that nobody can name was refused: its run cannot be complete. */
    void untold(NumberedScope scope, Optional<String> run, String reason) throws SQLException {
        ScopeState.Newest newest = state(scope).newest();
        Optional<String> id = run.or(() -> Optional.ofNullable(newest).map(ScopeState.Newest::run));
        if (id.isPresent()) {
            Optional<Run> known = run(scope, id.get());
            if (known.filter(Run::isOpen).isPresent()) {
                keep(new Step(state(scope), known.get().untold(reason)));
            }
        }
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

    private boolean listsAllThatIsStored(ScopeState state, Listing listing) throws SQLException {
        RememberedDigests digests = memory.digests();
        digests.learn(connection, Set.of(state.scope()));
        return digests.without(state.scope(), listing.sorted()).length == 0;
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
