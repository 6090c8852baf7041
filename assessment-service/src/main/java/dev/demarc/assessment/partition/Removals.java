package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.Judging;
import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.resource.KnownResource;
import dev.demarc.assessment.resource.ResourceReader;
import dev.demarc.assessment.run.Listing;
import dev.demarc.assessment.run.Run;
import dev.demarc.assessment.run.Runs;
import dev.demarc.assessment.run.ScopeState;
import dev.demarc.assessment.run.ScopeState.Removal;
import dev.demarc.assessment.run.ScopeStates;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Removes what a complete run did not list and what was observed before it began, in steps. */
@ApplicationScoped
public class Removals {
    private final Transactions transactions;
    private final Dictionaries dictionaries;
    private final int step;

    public Removals(Transactions transactions, Dictionaries dictionaries, IngestConfig config) {
        this.transactions = transactions;
        this.dictionaries = dictionaries;
        step = config.step();
    }

    /** Goes through at most a step's resources of scopes whose removals are due; tells whether there is more to do. */
    boolean step(Fence fence, PartitionMemory memory, Judging judging) throws SQLException {
        return transactions.run(fence, judging, transaction -> {
            List<ScopeState> due = ScopeStates.removing(transaction.connection(), fence.partition());
            int left = step;
            for (ScopeState state : due) {
                if (left <= 0) {
                    return true;
                }
                left -= remove(transaction, memory, state, Objects.requireNonNull(state.removal()), left);
            }
            return left <= 0;
        });
    }

    private int remove(Transaction transaction, PartitionMemory memory, ScopeState state, Removal removal, int most)
            throws SQLException {
        Run run = Runs.find(transaction.connection(), state.scope(), removal.run())
                .orElseThrow(() ->
                        new SQLException("run %s of scope %d is not stored".formatted(removal.run(), state.scope())));
        Instant begunAt = Objects.requireNonNull(run.begunAt());
        long[] next = Arrays.stream(unlisted(transaction, memory, run))
                .filter(rid -> rid > removal.afterRid())
                .limit(most)
                .toArray();
        NumberedScope scope = dictionaries.scope(state.scope());
        int removed = 0;
        for (KnownResource each : stored(transaction, state.scope(), next)) {
            if (!each.observedAt().isAfter(begunAt)) {
                transaction.resources().remove(scope, each, begunAt);
                memory.digests().remove(state.scope(), each.rid());
                removed++;
            }
        }
        boolean done = next.length < most;
        ScopeState after =
                state.plusResources(-removed).removal(done ? null : new Removal(removal.run(), next[next.length - 1]));
        ScopeStates.save(transaction.connection(), List.of(after));
        memory.keep(after);
        if (done) {
            Runs.dropPages(transaction.connection(), List.of(new Runs.Key(state.scope(), run.id())));
        }
        if (removed > 0) {
            transaction.due(scope);
        }
        return next.length;
    }

    /** Read once for all steps: nothing else is taken in of a scope until its removals are done. */
    private static long[] unlisted(Transaction transaction, PartitionMemory memory, Run run) throws SQLException {
        Optional<long[]> known = memory.unlisted(run.scope(), run.id());
        if (known.isPresent()) {
            return known.get();
        }
        memory.digests().learn(transaction.connection(), Set.of(run.scope()));
        Listing listing = Runs.listing(transaction.connection(), run.scope(), run.id());
        listing.cutTo(Objects.requireNonNull(run.ended()).pages());
        long[] unlisted = memory.digests().without(run.scope(), listing.sorted());
        memory.keepUnlisted(run.scope(), run.id(), unlisted);
        return unlisted;
    }

    private static List<KnownResource> stored(Transaction transaction, int scope, long[] rids) throws SQLException {
        int[] scopes = new int[rids.length];
        Arrays.fill(scopes, scope);
        return rids.length == 0 ? List.of() : ResourceReader.known(transaction.connection(), scopes, rids);
    }
}
