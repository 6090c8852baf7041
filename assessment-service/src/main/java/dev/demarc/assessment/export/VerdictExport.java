package dev.demarc.assessment.export;

import dev.demarc.assessment.approved.Snapshot;
import dev.demarc.assessment.approved.Statements;
import dev.demarc.assessment.catalog.ApplicableControls;
import dev.demarc.assessment.grant.Reached;
import dev.demarc.assessment.listing.AccountFilter;
import dev.demarc.assessment.listing.AccountNumbers;
import dev.demarc.assessment.listing.ListedAccounts;
import dev.demarc.assessment.listing.ReadTransaction;
import dev.demarc.assessment.problem.StoreUnavailableException;
import dev.demarc.assessment.scorecard.AccountReading;
import dev.demarc.assessment.scorecard.AccountReadings;
import dev.demarc.assessment.scorecard.CountedScope;
import dev.demarc.assessment.scorecard.ScorecardRules;
import dev.demarc.assessment.scorecard.Scorecards;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.engine.statement.ApprovedStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Writes every verdict of accounts, pass included. Each page of a scope is a read of its own, so that a caller who takes
 * long holds neither memory nor a snapshot of the store.
 */
@ApplicationScoped
class VerdictExport {
    private static final int PAGE = 1_000;

    private final ReadTransaction reads;
    private final ScorecardRules rules;
    private final ApplicableControls applicable;
    private final Statements statements;
    private final Clock clock;
    private final AccountReadings readings = new AccountReadings();

    VerdictExport(
            ReadTransaction reads,
            ScorecardRules rules,
            ApplicableControls applicable,
            Statements statements,
            Clock clock) {
        this.reads = reads;
        this.rules = rules;
        this.applicable = applicable;
        this.statements = statements;
        this.clock = clock;
    }

    /**
     * What is written.
     *
     * @param whole numbers of the accounts of which every verdict is written, ascending
     * @param partly those of which only what the teams own is
     */
    record Exported(List<Integer> whole, List<Integer> partly, Set<String> teams) {}

    Exported exported(Reached reached, AccountFilter filter) {
        ListedAccounts accounts = reads.of(connection -> AccountNumbers.find(connection, reached, filter));
        List<Integer> whole = Arrays.stream(accounts.wholeOnes()).sorted().toList();
        List<Integer> partly = new ArrayList<>(new TreeSet<>(Arrays.asList(accounts.all())));
        partly.removeAll(Set.copyOf(whole));
        return new Exported(whole, partly, reached.teams());
    }

    void write(Exported exported, Writer out) throws IOException {
        out.write(VerdictLines.HEADER);
        for (int account : exported.whole()) {
            write(account, team -> true, true, out);
        }
        for (int account : exported.partly()) {
            write(account, exported.teams()::contains, false, out);
        }
    }

    private void write(int account, Predicate<String> ofTeam, boolean untold, Writer out) throws IOException {
        Optional<AccountReading> found = reads.of(connection -> readings.read(connection, account));
        if (found.isEmpty()) {
            return;
        }
        AccountReading reading = found.get();
        Scorecards scorecards = scorecards(reading);
        Instant now = clock.instant();
        Snapshot stated = statements.newest();
        for (CountedScope scope : scorecards.scopes(reading, now)) {
            VerdictLines lines = new VerdictLines(
                    scorecards, scope, (control, key) -> stated.of(key.scope().account())
                            .active(StatementKind.WAIVER, control.id(), key, now)
                            .map(ApprovedStatement::until));
            if (untold) {
                write(lines.untold(scorecards.team(reading)), out);
            }
            if (scope.reading().resources() > 0) {
                write(scope.reading().scope(), lines, ofTeam, out);
            }
        }
    }

    private void write(Scope scope, VerdictLines lines, Predicate<String> ofTeam, Writer out) throws IOException {
        long after = Long.MIN_VALUE;
        List<JudgedRow> page;
        do {
            long from = after;
            page = reads.of(connection -> JudgedRows.after(connection, scope, from, PAGE));
            for (JudgedRow row : page) {
                if (ofTeam.test(row.team())) {
                    write(lines(scope, lines, row), out);
                }
                after = row.rid();
            }
        } while (page.size() == PAGE);
    }

    private Stream<String> lines(Scope scope, VerdictLines lines, JudgedRow row) {
        try {
            return lines.of(row, applicable.of(row.judgingVersion(), row.profile(), scope));
        } catch (SQLException e) {
            throw StoreUnavailableException.orBug(e);
        }
    }

    private Scorecards scorecards(AccountReading reading) {
        try {
            return rules.of(reading);
        } catch (SQLException e) {
            throw StoreUnavailableException.orBug(e);
        }
    }

    private static void write(Stream<String> lines, Writer out) throws IOException {
        for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
            out.write(each.next());
        }
    }
}
