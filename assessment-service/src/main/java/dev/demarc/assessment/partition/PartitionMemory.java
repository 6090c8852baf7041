package dev.demarc.assessment.partition;

import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.resource.RememberedDigests;
import dev.demarc.assessment.run.Run;
import dev.demarc.assessment.run.Runs;
import dev.demarc.assessment.run.ScopeState;
import dev.demarc.assessment.run.ScopeStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a partition's loop remembers of the database between transactions; forgotten whole after any fault. */
final class PartitionMemory {
    private static final int RUNS = 4096;

    /** What is stored in a scope and not listed by the run whose removals are under way. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Unlisted(int scope, String run, long[] rids) {}

    private final RememberedDigests digests;
    private @Nullable Unlisted unlisted;
    private final Map<Integer, ScopeState> scopes = new HashMap<>();
    private final Map<String, NumberedScope> names = new HashMap<>();
    private final Set<Integer> removing = new HashSet<>();
    private final Map<Runs.Key, Optional<Run>> runs = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Runs.Key, Optional<Run>> eldest) {
            return size() > RUNS;
        }
    };

    PartitionMemory(int rememberedDigests) {
        digests = new RememberedDigests(rememberedDigests);
    }

    RememberedDigests digests() {
        return digests;
    }

    void forget() {
        digests.forget();
        scopes.clear();
        removing.clear();
        names.clear();
        runs.clear();
        unlisted = null;
    }

    /** Nothing is known of the scope any more. */
    void forget(int scope) {
        scopes.remove(scope);
        removing.remove(scope);
    }

    /** The rids, ascending, that the run whose removals are under way does not list; empty where they must be read. */
    Optional<long[]> unlisted(int scope, String run) {
        return unlisted != null && unlisted.scope() == scope && unlisted.run().equals(run)
                ? Optional.of(unlisted.rids())
                : Optional.empty();
    }

    void keepUnlisted(int scope, String run, long[] rids) {
        unlisted = new Unlisted(scope, run, rids);
    }

    /** The scope that a record's key names, where it was seen before. */
    Optional<NumberedScope> name(String key) {
        return Optional.ofNullable(names.get(key));
    }

    void keep(String key, NumberedScope scope) {
        names.put(key, scope);
    }

    void learnScopes(Connection connection, Collection<Integer> wanted) throws SQLException {
        List<Integer> missing =
                wanted.stream().filter(scope -> !scopes.containsKey(scope)).toList();
        if (!missing.isEmpty()) {
            ScopeStates.of(connection, missing).forEach(this::keep);
        }
    }

    /** Empty where nothing was ever heard of the scope. */
    Optional<ScopeState> scope(int number) {
        return Optional.ofNullable(scopes.get(number));
    }

    void keep(ScopeState state) {
        scopes.put(state.scope(), state);
        if (state.removal() == null) {
            removing.remove(state.scope());
        } else {
            removing.add(state.scope());
        }
    }

    /** Whether removals are due in a scope that is known here. */
    boolean isRemoving() {
        return !removing.isEmpty();
    }

    Optional<Run> run(Connection connection, int scope, String id) throws SQLException {
        Runs.Key key = new Runs.Key(scope, id);
        Optional<Run> known = runs.get(key);
        if (known == null) {
            known = Runs.find(connection, scope, id);
            runs.put(key, known);
        }
        return known;
    }

    void keep(Run run) {
        runs.put(new Runs.Key(run.scope(), run.id()), Optional.of(run));
    }
}
