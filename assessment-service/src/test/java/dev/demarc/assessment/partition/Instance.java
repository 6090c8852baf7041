package dev.demarc.assessment.partition;

import dev.demarc.assessment.account.AccountStore;
import dev.demarc.assessment.act.Acts;
import dev.demarc.assessment.approved.Revocations;
import dev.demarc.assessment.approved.Statements;
import dev.demarc.assessment.catalog.ApplicableControls;
import dev.demarc.assessment.catalog.CatalogStore;
import dev.demarc.assessment.catalog.CurrentJudge;
import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.history.Months;
import dev.demarc.assessment.history.Retention;
import dev.demarc.assessment.listing.Turns;
import dev.demarc.assessment.outbox.FindingEvents;
import dev.demarc.assessment.recount.Recount;
import dev.demarc.assessment.resource.ConfigurationCodec;
import dev.demarc.assessment.run.Freshness;
import dev.demarc.contracts.catalog.CatalogRevision;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The parts of one instance of the service, put together by hand. */
record Instance(
        IngestConfig config,
        CatalogStore catalog,
        CurrentJudge judge,
        AccountStore accounts,
        Remembered remembered,
        Ingestion ingestion,
        Removals removals,
        Chores chores,
        Recount recount,
        Statements statements) {
    static final Duration KEPT_AFTER_LEAVING = Duration.ofDays(30);
    private static final Freshness FRESHNESS = new Freshness(Duration.ofDays(3));

    static Instance on(DataSource database, IngestConfig config, Feedback feedback, ScopeMoves.Log log, Clock clock) {
        Dictionaries dictionaries = new Dictionaries(database);
        CatalogStore catalog = new CatalogStore(database);
        ApplicableControls applicable = new ApplicableControls(catalog, dictionaries);
        AccountStore accounts = new AccountStore(database, dictionaries);
        Assessor assessor = new Assessor(dictionaries, accounts, new ConfigurationCodec(Map.of()));
        Statements statements = new Statements(database, clock);
        Acts acts = new Acts(database);
        Transactions transactions = new Transactions(
                database, applicable, new FindingEvents(catalog, dictionaries), statements, acts, clock);
        CurrentJudge judge = new CurrentJudge();
        Rejudging rejudging = new Rejudging(dictionaries, assessor);
        Remembered remembered = new Remembered(dictionaries, applicable, accounts, catalog, judge);
        return new Instance(
                config,
                catalog,
                judge,
                accounts,
                remembered,
                new Ingestion(
                        transactions,
                        dictionaries,
                        new ScopeMoves(database, log, remembered),
                        assessor,
                        feedback,
                        config,
                        new Turns(2, 1, Duration.ZERO),
                        FRESHNESS,
                        clock),
                new Removals(transactions, dictionaries, config),
                new Chores(
                        new Reassessing(transactions, dictionaries, rejudging, config),
                        new Months(database, clock, new Retention(database, Optional.empty(), clock)),
                        new Ageing(transactions, dictionaries, FRESHNESS, clock),
                        new Reowning(transactions, dictionaries, rejudging, config),
                        new Restating(transactions, rejudging, new Revocations(database, acts, catalog, clock), config),
                        new Reviewing(transactions, rejudging, config),
                        new Departures(transactions, dictionaries, config, KEPT_AFTER_LEAVING),
                        acts),
                new Recount(database, dictionaries, applicable),
                statements);
    }

    Instance judgingBy(CatalogRevision revision) {
        try {
            judge.judgeBy(revision, catalog);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }
}
