package dev.demarc.assessment.partition;

import dev.demarc.assessment.account.AccountStore;
import dev.demarc.assessment.catalog.ApplicableControls;
import dev.demarc.assessment.catalog.CatalogStore;
import dev.demarc.assessment.catalog.CurrentJudge;
import dev.demarc.assessment.dictionary.Dictionaries;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** What an instance remembers of the database beside its partitions. */
@ApplicationScoped
public class Remembered {
    private final Dictionaries dictionaries;
    private final ApplicableControls applicable;
    private final AccountStore accounts;
    private final CatalogStore catalog;
    private final CurrentJudge judge;

    public Remembered(
            Dictionaries dictionaries,
            ApplicableControls applicable,
            AccountStore accounts,
            CatalogStore catalog,
            CurrentJudge judge) {
        this.dictionaries = dictionaries;
        this.applicable = applicable;
        this.accounts = accounts;
        this.catalog = catalog;
        this.judge = judge;
    }

    /** Forgets it all, and stores again what is judged by: the database may not have it any more. */
    void forget() throws SQLException {
        dictionaries.forget();
        applicable.forget();
        accounts.forget();
        catalog.forget();
        judge.store(catalog);
    }

    /** Which partition a scope is of may have changed. */
    void forgetScopes() {
        dictionaries.forget();
    }
}
