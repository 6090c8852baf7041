package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.Judging;
import dev.demarc.assessment.resource.ResourceReader;
import dev.demarc.assessment.resource.StoredResource;
import dev.demarc.contracts.finding.Cause;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** Judges again what time alone may have changed: resources whose review is due. */
@Singleton
final class Reviewing {
    private final Transactions transactions;
    private final Rejudging rejudging;
    private final int step;

    Reviewing(Transactions transactions, Rejudging rejudging, IngestConfig config) {
        this.transactions = transactions;
        this.rejudging = rejudging;
        step = config.step();
    }

    /** Judges some more resources; tells whether there is more to do. */
    boolean step(Fence fence, Judging judging) throws SQLException {
        return transactions.run(fence, judging, transaction -> {
            List<StoredResource> due =
                    ResourceReader.due(transaction.connection(), fence.partition(), transaction.now(), step);
            for (StoredResource stored : due) {
                rejudging.of(stored, Cause.TIME, transaction);
            }
            return due.size() == step;
        });
    }
}
