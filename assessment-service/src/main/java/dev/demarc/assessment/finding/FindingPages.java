package dev.demarc.assessment.finding;

import dev.demarc.assessment.grant.Reached;
import dev.demarc.assessment.listing.AccountNumbers;
import dev.demarc.assessment.listing.Cursor;
import dev.demarc.assessment.listing.ListedAccounts;
import dev.demarc.assessment.listing.ReadTransaction;
import dev.demarc.assessment.listing.TeamNumbers;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.api.FindingView.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of findings: the open ones before the waived and the resolved, each from the gravest severity down. */
@ApplicationScoped
class FindingPages {
    private static final int MOST_ACCOUNTS_COUNTED = 20;

    private final ReadTransaction reads;

    FindingPages(ReadTransaction reads) {
        this.reads = reads;
    }

    /**
     * A page of rows.
     *
     * @param last the cursor of the last row, null where nothing follows it
     */
    record Rows(
            List<FindingRow> rows,
            @Nullable Cursor last,
            @Nullable Long total) {}

    Rows page(Reached reached, FindingFilter filter, Cursor after, int limit) {
        return reads.of(connection -> page(connection, reached, filter, after, limit));
    }

    private static Rows page(Connection connection, Reached reached, FindingFilter filter, Cursor after, int limit)
            throws SQLException {
        ListedAccounts accounts = AccountNumbers.find(connection, reached, filter.accounts());
        FindingSelection all = FindingSelection.of(accounts, filter, TeamNumbers.find(connection, filter.teams()));
        if (all.isEmpty()) {
            return new Rows(List.of(), null, 0L);
        }
        List<Placed> found = new ArrayList<>();
        for (int phase = after.phase(); phase < Phase.values().length && found.size() <= limit; phase++) {
            Phase part = Phase.values()[phase];
            FindingSelection selection = all.only(
                    filter.controls().stream()
                            .filter(control -> control.severity() == part.severity)
                            .toList(),
                    filter.openedIn(part.severity));
            if (filter.states().contains(part.state) && !selection.isEmpty()) {
                Cursor from = phase == after.phase() ? after : Cursor.startOf(phase);
                for (FindingRow row : part.read(connection, selection, from, limit - found.size())) {
                    found.add(new Placed(phase, row));
                }
            }
        }
        boolean more = found.size() > limit;
        List<Placed> given = more ? found.subList(0, limit) : found;
        return new Rows(
                given.stream().map(Placed::row).toList(),
                more ? given.get(limit - 1).cursor() : null,
                total(connection, all, filter));
    }

    /** Tallies count the open and the waived ones, whenever they opened; over many accounts it costs more than the page. */
    private static @Nullable Long total(Connection connection, FindingSelection all, FindingFilter filter)
            throws SQLException {
        if (filter.states().contains(State.RESOLVED)
                || filter.since() != null
                || filter.overdueSince() != null
                || all.accounts().all().length > MOST_ACCOUNTS_COUNTED) {
            return null;
        }
        long open = filter.states().contains(State.OPEN) ? FindingStore.total(connection, all) : 0;
        return filter.states().contains(State.WAIVED)
                ? Long.valueOf(open + FindingStore.total(connection, all.waivedOnes()))
                : Long.valueOf(open);
    }

    private record Placed(int phase, FindingRow row) {
        Cursor cursor() {
            return new Cursor(phase, row.scopeNumber(), row.resource().rid(), row.control());
        }
    }

    private enum Phase {
        OPEN_CRITICAL(State.OPEN, Severity.CRITICAL),
        OPEN_HIGH(State.OPEN, Severity.HIGH),
        OPEN_MEDIUM(State.OPEN, Severity.MEDIUM),
        OPEN_LOW(State.OPEN, Severity.LOW),
        WAIVED_CRITICAL(State.WAIVED, Severity.CRITICAL),
        WAIVED_HIGH(State.WAIVED, Severity.HIGH),
        WAIVED_MEDIUM(State.WAIVED, Severity.MEDIUM),
        WAIVED_LOW(State.WAIVED, Severity.LOW),
        RESOLVED_CRITICAL(State.RESOLVED, Severity.CRITICAL),
        RESOLVED_HIGH(State.RESOLVED, Severity.HIGH),
        RESOLVED_MEDIUM(State.RESOLVED, Severity.MEDIUM),
        RESOLVED_LOW(State.RESOLVED, Severity.LOW);

        private final State state;
        private final Severity severity;

        Phase(State state, Severity severity) {
            this.state = state;
            this.severity = severity;
        }

        List<FindingRow> read(Connection connection, FindingSelection selection, Cursor after, int limit)
                throws SQLException {
            return switch (state) {
                case OPEN -> FindingStore.standing(connection, selection, after, limit);
                case WAIVED -> FindingStore.standing(connection, selection.waivedOnes(), after, limit);
                case RESOLVED -> ResolvedStore.resolved(connection, selection, after, limit);
            };
        }
    }
}
