package dev.demarc.assessment.partition;

import dev.demarc.assessment.approved.Revocations;
import dev.demarc.assessment.approved.StatementQueue;
import dev.demarc.assessment.approved.StatementQueue.Entry;
import dev.demarc.assessment.catalog.Judging;
import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.history.Months;
import dev.demarc.assessment.outbox.Summaries;
import dev.demarc.assessment.resource.ResourceReader;
import dev.demarc.assessment.resource.StoredResource;
import dev.demarc.assessment.run.Freshness;
import dev.demarc.assessment.run.ScopeState;
import dev.demarc.assessment.run.ScopeState.Stale;
import dev.demarc.assessment.run.ScopeStates;
import dev.demarc.contracts.finding.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What changes the verdicts of a partition beside its records, one short transaction at a time. */
@ApplicationScoped
public class Upkeep {
    private final Transactions transactions;
    private final Dictionaries dictionaries;
    private final Assessor assessor;
    private final Revocations revocations;
    private final Months months;
    private final int step;
    private final Duration patience;
    private final Clock clock;

    public Upkeep(
            Transactions transactions,
            Dictionaries dictionaries,
            Assessor assessor,
            Revocations revocations,
            Months months,
            IngestConfig config,
            Freshness freshness,
            Clock clock) {
        this.transactions = transactions;
        this.dictionaries = dictionaries;
        this.assessor = assessor;
        this.revocations = revocations;
        this.months = months;
        this.clock = clock;
        step = config.step();
        patience = freshness.patience();
    }

    /** Judges some more resources by a new judging version; tells whether there is more to do. */
    boolean reassess(Fence fence, Judging judging) throws SQLException {
        return transactions.run(fence, judging, transaction -> {
            Optional<Reassessments.Cursor> cursor = Reassessments.next(transaction.connection(), fence.partition());
            if (cursor.isEmpty()) {
                return false;
            }
            reassess(transaction, fence.partition(), cursor.get());
            return true;
        });
    }

    /** Judges again what is due for review; tells whether there is more to do. */
    boolean review(Fence fence, Judging judging) throws SQLException {
        return transactions.run(fence, judging, transaction -> {
            List<StoredResource> due =
                    ResourceReader.due(transaction.connection(), fence.partition(), transaction.now(), step);
            for (StoredResource stored : due) {
                rejudge(transaction, stored, Cause.TIME);
            }
            return due.size() == step;
        });
    }

    /**
     * Judges again what acts on statements have queued; tells whether there is more to do. A transaction does not see
     * yet what it has itself changed, so it judges each scope once, be it queued by several acts.
     */
    boolean restate(Fence fence, Judging judging) throws SQLException {
        revocations.announce();
        return transactions.run(fence, judging, transaction -> {
            List<Entry> queued = StatementQueue.next(
                    transaction.connection(),
                    fence.partition(),
                    transaction.statements().version(),
                    step);
            Set<Integer> begun = new HashSet<>();
            Set<Integer> whole = new HashSet<>();
            int left = step;
            for (Entry each : queued) {
                if (whole.contains(each.scope())) {
                    StatementQueue.done(transaction.connection(), each.no());
                } else if (left > 0 && begun.add(each.scope())) {
                    int judged = restate(transaction, each, left);
                    if (each.isWhole() && judged < left) {
                        whole.add(each.scope());
                    }
                    left -= judged;
                } else {
                    left = 0;
                }
            }
            return left <= 0 || queued.size() == step;
        });
    }

    /** Resolves owners again in scopes whose account belongs to another team now. */
    void reown(Fence fence, PartitionMemory memory, Judging judging) throws SQLException {
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

    /** Marks scopes stale that no complete run has read for too long. */
    void age(Fence fence, PartitionMemory memory, Judging judging) throws SQLException {
        months.keep();
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

    private void reassess(Transaction transaction, int partition, Reassessments.Cursor cursor) throws SQLException {
        List<StoredResource> next = ResourceReader.after(
                transaction.connection(), partition, cursor.type(), cursor.scope(), cursor.rid(), step);
        for (StoredResource stored : next) {
            if (stored.judged().version() != transaction.judging().version().number()
                    || stored.judged().workload() < 0) {
                rejudge(transaction, stored, Cause.CATALOG);
            }
        }
        Set<Integer> through = new LinkedHashSet<>();
        next.forEach(stored -> through.add(stored.scope()));
        if (next.size() < step) {
            through.addAll(Summaries.untold(transaction.connection(), partition, cursor.type()));
            Reassessments.finish(transaction.connection(), partition, cursor.type());
        } else {
            StoredResource last = next.get(next.size() - 1);
            if (cursor.scope() > 0) {
                through.add(cursor.scope());
            }
            through.remove(last.scope());
            Reassessments.move(
                    transaction.connection(),
                    partition,
                    new Reassessments.Cursor(cursor.type(), last.scope(), last.rid()));
        }
        for (int scope : through) {
            transaction.summaries().finish(dictionaries.scope(scope), Cause.CATALOG);
        }
    }

    private int restate(Transaction transaction, Entry queued, int most) throws SQLException {
        Connection connection = transaction.connection();
        List<StoredResource> next = queued.rid() == null
                ? ResourceReader.ofScope(
                        connection,
                        queued.scope(),
                        queued.afterRid() == null ? Long.MIN_VALUE : queued.afterRid(),
                        most)
                : ResourceReader.one(connection, queued.scope(), queued.rid());
        for (StoredResource stored : next) {
            rejudge(transaction, stored, Cause.STATEMENT);
        }
        if (queued.rid() == null && next.size() == most) {
            StatementQueue.move(
                    connection, queued.no(), next.get(next.size() - 1).rid());
        } else {
            StatementQueue.done(connection, queued.no());
        }
        return next.size();
    }

    private Optional<Long> reown(
            Transaction transaction, PartitionMemory memory, AccountTeams.Moved moved, long afterRid)
            throws SQLException {
        List<StoredResource> next = ResourceReader.ofScope(transaction.connection(), moved.scope(), afterRid, step);
        for (StoredResource stored : next) {
            rejudge(transaction, stored, Cause.CONFIGURATION);
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

    private void rejudge(Transaction transaction, StoredResource stored, Cause cause) throws SQLException {
        NumberedScope scope = dictionaries.scope(stored.scope());
        StoredResource again = assessor.again(stored, transaction);
        transaction.contradict(scope, again);
        if (transaction.resources().rejudge(scope, stored, again, cause)) {
            transaction.due(scope);
        }
    }
}
