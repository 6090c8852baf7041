package dev.demarc.assessment.outbox;

import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.resource.KnownResource;
import dev.demarc.assessment.verdict.FindingDifference;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.finding.Cause;
import dev.demarc.contracts.finding.ComplianceFinding.Activity;
import dev.demarc.contracts.finding.FindingSummary;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changes of findings that one transaction makes, an event each; a first judgement and a catalog change give their
 * {@link Summaries} alone.
 */
public final class FindingLog {
    private final FindingEvents events;
    private final Summaries summaries;
    private final Instant at;
    private final List<Outbox.Row> rows = new ArrayList<>();

    public FindingLog(FindingEvents events, Summaries summaries, Instant at) {
        this.events = events;
        this.summaries = summaries;
        this.at = at;
    }

    public void opened(NumberedScope scope, KnownResource resource, Cause cause, FindingDifference difference)
            throws SQLException {
        if (FindingSummary.tells(cause)) {
            summaries.count(scope, cause, difference);
            return;
        }
        for (NonPass each : difference.opened()) {
            rows.add(Outbox.Row.of(scope, events.open(Activity.CREATE, scope.name(), resource, each, cause, at)));
        }
    }

    /** @param after null where the resource is no more */
    public void changed(
            NumberedScope scope,
            KnownResource before,
            @Nullable KnownResource after,
            Cause cause,
            FindingDifference difference)
            throws SQLException {
        if (FindingSummary.tells(cause)) {
            summaries.count(scope, cause, difference);
            return;
        }
        for (NonPass each : difference.resolved()) {
            rows.add(Outbox.Row.of(scope, events.closed(scope.name(), before, after, each, cause, at)));
        }
        if (after != null) {
            opened(scope, after, cause, difference);
            for (NonPass each : difference.changed()) {
                rows.add(Outbox.Row.of(scope, events.open(Activity.UPDATE, scope.name(), after, each, cause, at)));
            }
        }
    }

    public void write(Connection connection, @Nullable String trace) throws SQLException {
        rows.addAll(summaries.write(connection, at));
        Outbox.append(connection, rows, trace);
    }
}
