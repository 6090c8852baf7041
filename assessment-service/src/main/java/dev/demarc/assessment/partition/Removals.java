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
        long[] listed = listed(transaction, run);
        List<KnownResource> before = ResourceReader.observedBefore(
                transaction.connection(), state.scope(), removal.afterRid(), begunAt, most);
        NumberedScope scope = dictionaries.scope(state.scope());
        int removed = 0;
        for (KnownResource each : before) {
            if (Arrays.binarySearch(listed, each.rid()) < 0) {
                transaction.resources().remove(scope, each, begunAt);
                memory.digests().remove(each.rid(), each.digest());
                removed++;
            }
        }
        boolean done = before.size() < most;
        Removal next = done
                ? null
                : new Removal(removal.run(), before.get(before.size() - 1).rid());
        ScopeState after = state.plusResources(-removed).removal(next);
        ScopeStates.save(transaction.connection(), List.of(after));
        memory.keep(after);
        if (done) {
            Runs.dropPages(transaction.connection(), List.of(new Runs.Key(state.scope(), run.id())));
        }
        if (removed > 0) {
            transaction.due(scope);
        }
        return before.size();
    }

    private static long[] listed(Transaction transaction, Run run) throws SQLException {
        Listing listing = Runs.listing(transaction.connection(), run.scope(), run.id());
        listing.cutTo(Objects.requireNonNull(run.ended()).pages());
        return listing.sorted();
    }
}
