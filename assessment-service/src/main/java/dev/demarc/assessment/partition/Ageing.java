package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.Judging;
import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.run.Freshness;
import dev.demarc.assessment.run.ScopeState;
import dev.demarc.assessment.run.ScopeState.Stale;
import dev.demarc.assessment.run.ScopeStates;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Marks scopes stale that no complete run has read for too long. */
@Singleton
final class Ageing {
    private final Transactions transactions;
    private final Dictionaries dictionaries;
    private final Duration patience;
    private final Clock clock;

    Ageing(Transactions transactions, Dictionaries dictionaries, Freshness freshness, Clock clock) {
        this.transactions = transactions;
        this.dictionaries = dictionaries;
        this.clock = clock;
        patience = freshness.patience();
    }

    void all(Fence fence, PartitionMemory memory, Judging judging) throws SQLException {
        Instant now = clock.instant();
        transactions.run(fence, judging, transaction -> {
            List<ScopeState> overdue =
                    ScopeStates.overdue(transaction.connection(), fence.partition(), now.minus(patience)).stream()
                            .map(state -> state.stale(new Stale(now, Stale.Reason.OVERDUE)))
                            .toList();
            ScopeStates.save(transaction.connection(), overdue);
            for (ScopeState state : overdue) {
                memory.keep(state);
                transaction.due(dictionaries.scope(state.scope()));
            }
            return overdue.size();
        });
    }
}
