package dev.demarc.assessment.partition;

import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.resource.StoredResource;
import dev.demarc.contracts.finding.Cause;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Judges what is stored again, and writes what that changes. */
@Singleton
final class Rejudging {
    private final Dictionaries dictionaries;
    private final Assessor assessor;

    Rejudging(Dictionaries dictionaries, Assessor assessor) {
        this.dictionaries = dictionaries;
        this.assessor = assessor;
    }

    void of(StoredResource stored, Cause cause, Transaction transaction) throws SQLException {
        NumberedScope scope = dictionaries.scope(stored.scope());
        StoredResource again = assessor.again(stored, transaction);
        transaction.contradict(scope, again);
        if (transaction.resources().rejudge(scope, stored, again, cause)) {
            transaction.due(scope);
        }
    }
}
