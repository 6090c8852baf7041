package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.Judging;
import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.resource.ResourceReader;
import dev.demarc.assessment.resource.StoredResource;
import dev.demarc.assessment.run.ScopeState;
import dev.demarc.assessment.run.ScopeStates;
import dev.demarc.contracts.finding.Cause;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves owners again in scopes whose account belongs to another team now; {@link AccountTeams} finds them. */
@Singleton
final class Reowning {
    private final Transactions transactions;
    private final Dictionaries dictionaries;
    private final Rejudging rejudging;
    private final int step;

    Reowning(Transactions transactions, Dictionaries dictionaries, Rejudging rejudging, IngestConfig config) {
        this.transactions = transactions;
        this.dictionaries = dictionaries;
        this.rejudging = rejudging;
        step = config.step();
    }

    void all(Fence fence, PartitionMemory memory, Judging judging) throws SQLException {
        Map<String, String> unitTeams = judging.ownership().unitTeams();
        for (String team : unitTeams.values()) {
            dictionaries.team(team);
        }
        for (AccountTeams.Moved moved : transactions.run(
                fence,
                judging,
                transaction -> AccountTeams.moved(transaction.connection(), fence.partition(), unitTeams))) {
            Optional<Long> after = Optional.of(Long.MIN_VALUE);
            while (after.isPresent()) {
                long afterRid = after.get();
                after = transactions.run(fence, judging, transaction -> reown(transaction, memory, moved, afterRid));
            }
        }
    }

    /** @return after which resource to go on, empty at the scope's end */
    private Optional<Long> reown(
            Transaction transaction, PartitionMemory memory, AccountTeams.Moved moved, long afterRid)
            throws SQLException {
        List<StoredResource> next = ResourceReader.ofScope(transaction.connection(), moved.scope(), afterRid, step);
        for (StoredResource stored : next) {
            rejudging.of(stored, Cause.CONFIGURATION, transaction);
        }
        if (next.size() == step) {
            return Optional.of(next.get(next.size() - 1).rid());
        }
        memory.learnScopes(transaction.connection(), List.of(moved.scope()));
        ScopeState state = memory.scope(moved.scope())
                .orElseGet(() -> ScopeState.unread(moved.scope(), 0))
                .accountTeam(moved.team());
        ScopeStates.save(transaction.connection(), List.of(state));
        memory.keep(state);
        return Optional.empty();
    }
}
