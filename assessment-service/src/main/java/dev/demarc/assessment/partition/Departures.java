package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.Judging;
import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.history.HistoryConfig;
import dev.demarc.assessment.resource.KnownResource;
import dev.demarc.assessment.resource.ResourceReader;
import dev.demarc.assessment.resource.StoredResource;
import dev.demarc.assessment.run.ScopeState;
import dev.demarc.assessment.run.ScopeStates;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.assessment.tally.TallyStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Ends the scopes of accounts that left long enough ago, in steps: their resources become history, then nothing is known
 * of them. What is read of an account after it left stays.
 */
@ApplicationScoped
class Departures {
    private static final String LEFT = """
            SELECT s.no
            FROM departed_account d JOIN scope s ON s.account = d.account JOIN scope_state st ON st.scope = s.no
            WHERE s.partition = ? AND d.since < ? AND coalesce(st.newest_begun_at < d.since, true)
            ORDER BY s.no LIMIT ?
            """;

    private final Transactions transactions;
    private final Dictionaries dictionaries;
    private final int step;
    private final Duration kept;

    @Inject
    Departures(Transactions transactions, Dictionaries dictionaries, IngestConfig config, HistoryConfig history) {
        this(transactions, dictionaries, config, history.departedAccounts());
    }

    Departures(Transactions transactions, Dictionaries dictionaries, IngestConfig config, Duration kept) {
        this.transactions = transactions;
        this.dictionaries = dictionaries;
        this.kept = notNegative(kept);
        step = config.step();
    }

    static Duration notNegative(Duration kept) {
        if (kept.isNegative()) {
            throw new IllegalArgumentException(
                    "demarc.history.departed-accounts is %s; accepted: 0 or more".formatted(kept));
        }
        return kept;
    }

    /** Ends at most a step's resources; tells whether there is more to do. */
    boolean step(Fence fence, PartitionMemory memory, Judging judging) throws SQLException {
        return transactions.run(fence, judging, transaction -> {
            int left = step;
            for (int scope : left(transaction, fence.partition())) {
                if (left > 0) {
                    left -= end(transaction, memory, scope, left);
                }
            }
            return left < step;
        });
    }

    private List<Integer> left(Transaction transaction, int partition) throws SQLException {
        return Rows.all(
                transaction.connection(),
                LEFT,
                row -> row.getInt(1),
                partition,
                transaction.now().minus(kept),
                step);
    }

    /** @return how much of the step it took; a scope that is empty goes in a step after that which emptied it */
    private int end(Transaction transaction, PartitionMemory memory, int scope, int most) throws SQLException {
        List<StoredResource> stored = ResourceReader.ofScope(transaction.connection(), scope, Long.MIN_VALUE, most);
        NumberedScope named = dictionaries.scope(scope);
        transaction.due(named);
        if (stored.isEmpty()) {
            TallyStore.drop(transaction.connection(), scope);
            ScopeStates.drop(transaction.connection(), scope);
            memory.forget(scope);
            return 1;
        }
        memory.digests().learn(transaction.connection(), Set.of(scope));
        for (StoredResource each : stored) {
            transaction.resources().remove(named, KnownResource.of(each), transaction.now());
            memory.digests().remove(scope, each.rid());
        }
        memory.learnScopes(transaction.connection(), Set.of(scope));
        ScopeState after = memory.scope(scope).orElseThrow().plusResources(-stored.size());
        ScopeStates.save(transaction.connection(), List.of(after));
        memory.keep(after);
        return stored.size();
    }
}
