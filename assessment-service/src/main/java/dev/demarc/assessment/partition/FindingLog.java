package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.ApplicableControls;
import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.verdict.FindingDifference;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.finding.FindingChanges;
import dev.demarc.contracts.finding.FindingChanges.Cause;
import dev.demarc.contracts.finding.FindingChanges.Change;
import dev.demarc.contracts.finding.FindingChanges.State;
import dev.demarc.contracts.resource.ResourceKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The changes of findings that one transaction makes, one message per scope and cause; a first judgement and a catalog
 * change give their {@link Summaries} alone.
 */
final class FindingLog {
    /** Changes of one message, so that it stays well under what a record may hold. */
    private static final int MOST = 5_000;

    private record Key(NumberedScope scope, Cause cause) {}

    private static final class Entry {
        private long opened;
        private long resolved;
        private final List<Change> changes = new ArrayList<>();
    }

    private final ApplicableControls controls;
    private final Summaries summaries;
    private final Map<Key, Entry> entries = new LinkedHashMap<>();

    FindingLog(ApplicableControls controls, Summaries summaries) {
        this.controls = controls;
        this.summaries = summaries;
    }

    void note(NumberedScope scope, long rid, int version, Cause cause, FindingDifference difference)
            throws SQLException {
        if (difference.opened().isEmpty() && difference.resolved().isEmpty()) {
            return;
        }
        if (Summaries.tells(cause)) {
            summaries.count(
                    scope,
                    cause,
                    difference.opened().size(),
                    difference.resolved().size());
            return;
        }
        Entry entry = entries.computeIfAbsent(new Key(scope, cause), key -> new Entry());
        entry.opened += difference.opened().size();
        entry.resolved += difference.resolved().size();
        ResourceKey resource = new ResourceKey(scope.name(), rid);
        for (NonPass each : difference.opened()) {
            entry.changes.add(change(resource, version, each, State.OPENED));
        }
        for (NonPass each : difference.resolved()) {
            entry.changes.add(change(resource, version, each, State.RESOLVED));
        }
    }

    void write(Connection connection, Instant at, @Nullable String trace) throws SQLException {
        List<Outbox.Row> rows = new ArrayList<>(summaries.write(connection, at));
        entries.forEach((key, entry) -> {
            if (entry.changes.size() <= MOST) {
                rows.add(row(key, at, entry.opened, entry.resolved, entry.changes));
            } else {
                for (int from = 0; from < entry.changes.size(); from += MOST) {
                    rows.add(part(key, at, entry.changes.subList(from, Math.min(from + MOST, entry.changes.size()))));
                }
            }
        });
        Outbox.append(connection, rows, trace);
    }

    private static Outbox.Row part(Key key, Instant at, List<Change> changes) {
        long opened = changes.stream()
                .filter(change -> change.state() == State.OPENED)
                .count();
        return row(key, at, opened, changes.size() - opened, changes);
    }

    private static Outbox.Row row(Key key, Instant at, long opened, long resolved, List<Change> changes) {
        return new Outbox.Row(
                key.scope().number(),
                new FindingChanges(key.scope().name(), at, key.cause(), opened, resolved, changes));
    }

    private Change change(ResourceKey resource, int version, NonPass finding, State state) throws SQLException {
        return new Change(resource, controls.id(version, finding.control()), state, finding.reason());
    }
}
