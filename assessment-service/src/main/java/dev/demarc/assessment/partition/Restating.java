package dev.demarc.assessment.partition;

import dev.demarc.assessment.approved.Revocations;
import dev.demarc.assessment.approved.StatementQueue;
import dev.demarc.assessment.approved.StatementQueue.Entry;
import dev.demarc.assessment.catalog.Judging;
import dev.demarc.assessment.resource.ResourceReader;
import dev.demarc.assessment.resource.StoredResource;
import dev.demarc.contracts.finding.Cause;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Judges again what acts on statements have queued. */
@Singleton
final class Restating {
    private final Transactions transactions;
    private final Rejudging rejudging;
    private final Revocations revocations;
    private final int step;

    Restating(Transactions transactions, Rejudging rejudging, Revocations revocations, IngestConfig config) {
        this.transactions = transactions;
        this.rejudging = rejudging;
        this.revocations = revocations;
        step = config.step();
    }

    /**
     * Judges some more resources; tells whether there is more to do. A transaction does not see yet what it has itself
     * changed, so it judges each scope once, be it queued by several acts.
     */
    boolean step(Fence fence, Judging judging) throws SQLException {
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
            rejudging.of(stored, Cause.STATEMENT, transaction);
        }
        if (queued.rid() == null && next.size() == most) {
            StatementQueue.move(
                    connection, queued.no(), next.get(next.size() - 1).rid());
        } else {
            StatementQueue.done(connection, queued.no());
        }
        return next.size();
    }
}
