package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.Judging;
import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.outbox.Summaries;
import dev.demarc.assessment.resource.ResourceReader;
import dev.demarc.assessment.resource.StoredResource;
import dev.demarc.contracts.finding.Cause;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges all of a partition by a new judging version, type by type; {@link Reassessments} knows how far it is. */
@Singleton
final class Reassessing {
    private final Transactions transactions;
    private final Dictionaries dictionaries;
    private final Rejudging rejudging;
    private final int step;

    Reassessing(Transactions transactions, Dictionaries dictionaries, Rejudging rejudging, IngestConfig config) {
        this.transactions = transactions;
        this.dictionaries = dictionaries;
        this.rejudging = rejudging;
        step = config.step();
    }

    /** Judges some more resources; tells whether there is more to do. */
    boolean step(Fence fence, Judging judging) throws SQLException {
        return transactions.run(fence, judging, transaction -> {
            Optional<Reassessments.Cursor> cursor = Reassessments.next(transaction.connection(), fence.partition());
            if (cursor.isEmpty()) {
                return false;
            }
            reassess(transaction, fence.partition(), cursor.get());
            return true;
        });
    }

    private void reassess(Transaction transaction, int partition, Reassessments.Cursor cursor) throws SQLException {
        List<StoredResource> next = ResourceReader.after(
                transaction.connection(), partition, cursor.type(), cursor.scope(), cursor.rid(), step);
        for (StoredResource stored : next) {
            if (stored.judged().version() != transaction.judging().version().number()
                    || stored.judged().workload() < 0) {
                rejudging.of(stored, Cause.CATALOG, transaction);
            }
        }
        for (int scope : through(transaction, partition, cursor, next)) {
            transaction.summaries().finish(dictionaries.scope(scope), Cause.CATALOG);
        }
    }

    /** Moves the cursor behind what was judged; gives the scopes that are judged whole now. */
    private Set<Integer> through(
            Transaction transaction, int partition, Reassessments.Cursor cursor, List<StoredResource> judged)
            throws SQLException {
        Set<Integer> through = new LinkedHashSet<>();
        judged.forEach(stored -> through.add(stored.scope()));
        if (judged.size() < step) {
            through.addAll(Summaries.untold(transaction.connection(), partition, cursor.type()));
            Reassessments.finish(transaction.connection(), partition, cursor.type());
            return through;
        }
        StoredResource last = judged.get(judged.size() - 1);
        if (cursor.scope() > 0) {
            through.add(cursor.scope());
        }
        through.remove(last.scope());
        Reassessments.move(
                transaction.connection(), partition, new Reassessments.Cursor(cursor.type(), last.scope(), last.rid()));
        return through;
    }
}
