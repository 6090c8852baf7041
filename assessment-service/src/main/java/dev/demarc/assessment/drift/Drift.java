package dev.demarc.assessment.drift;

import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.drift.DriftStore.Count;
import dev.demarc.assessment.drift.DriftStore.Stored;
import dev.demarc.assessment.drift.WorkloadDrift.Change;
import dev.demarc.assessment.drift.WorkloadDrift.Moved;
import dev.demarc.assessment.grant.Reached;
import dev.demarc.assessment.listing.ReadTransaction;
import dev.demarc.assessment.problem.StoreUnavailableException;
import dev.demarc.assessment.team.OpenFindings;
import dev.demarc.assessment.team.TeamStore;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.api.ChangesView;
import dev.demarc.contracts.api.ChangesView.Unowned;
import dev.demarc.contracts.api.DriftItem;
import dev.demarc.contracts.api.FindingCounts;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.shell.problem.RefusedValueException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells what moved between two instants. */
@ApplicationScoped
public class Drift {
    private static final int DUTIES_TOLD = 20;
    private static final Comparator<Moved> NEWEST_FIRST = Comparator.<Moved, Instant>comparing(
                    moved -> moved.item().at())
            .reversed()
            .thenComparing(moved -> moved.item().account())
            .thenComparing(moved -> Objects.requireNonNullElse(moved.item().workload(), ""))
            .thenComparing(moved -> Objects.requireNonNullElse(moved.item().layer(), ""))
            .thenComparing(moved -> Objects.requireNonNullElse(moved.item().from(), ""))
            .thenComparing(moved -> Objects.requireNonNullElse(moved.item().to(), ""));

    private final ReadTransaction reads;
    private final Dictionaries dictionaries;

    public Drift(ReadTransaction reads, Dictionaries dictionaries) {
        this.reads = reads;
        this.dictionaries = dictionaries;
    }

    /**
     * A page of what moved, the newest first.
     *
     * @param next where the next page begins, null where nothing follows
     * @param total how much moved in all
     */
    public record Slice(List<DriftItem> items, @Nullable DriftCursor next, long total) {}

    /**
     * Duties are told in the words of the revision, on both sides.
     *
     * @throws RefusedValueException where moves were not written down yet
     */
    public Slice page(Reached reached, DriftQuery query, CatalogRevision catalog, DriftCursor after, int limit) {
        return reads.of(connection -> {
            refuseBeforeTheFirst(connection, query);
            return page(connection, DriftSelection.of(connection, reached, query), query, catalog, after, limit);
        });
    }

    /** The instant, or that since when moves are written down where it is later. */
    Instant asFarAsWritten(Instant since) {
        return reads.of(connection ->
                DriftStore.begun(connection).filter(since::isBefore).orElse(since));
    }

    /** What no team owns is told whoever is asked for. */
    public ChangesView changes(Reached reached, DriftQuery query, CatalogRevision catalog) {
        return reads.of(connection -> {
            DriftSelection selection = DriftSelection.of(connection, reached, query);
            List<Count> counts = DriftStore.counts(connection, selection);
            DriftQuery ofDuties = query.duties();
            Slice duties = page(
                    connection,
                    DriftSelection.of(connection, reached, ofDuties),
                    ofDuties,
                    catalog,
                    DriftCursor.start(query.until()),
                    DUTIES_TOLD);
            OpenFindings open = new OpenFindings(catalog, query.until());
            TeamStore.open(connection, selection.accounts(), open);
            TeamStore.Owned unowned =
                    TeamStore.owned(connection, selection.accounts()).getOrDefault("", new TeamStore.Owned(0, 0));
            return new ChangesView(
                    query.since(),
                    query.until(),
                    counts(counts, Move.Kind.OPENED),
                    counts(counts, Move.Kind.RESOLVED),
                    duties.items(),
                    Math.toIntExact(duties.total()),
                    overdue(open, query),
                    new Unowned(unowned.resources(), open.open("").sum()));
        });
    }

    private static void refuseBeforeTheFirst(Connection connection, DriftQuery query) throws SQLException {
        Optional<Instant> begun = DriftStore.begun(connection);
        if (begun.isPresent() && query.since().isBefore(begun.get())) {
            throw new RefusedValueException(
                    "since",
                    query.since().toString(),
                    "not before %s, since when moves are written down".formatted(begun.get()));
        }
    }

    private Slice page(
            Connection connection,
            DriftSelection selection,
            DriftQuery query,
            CatalogRevision catalog,
            DriftCursor after,
            int limit)
            throws SQLException {
        List<Moved> ofWorkloads =
                query.asksFor(DriftItem.Kind.DUTY) ? workloads(connection, selection, query, catalog) : List.of();
        List<Stored> stored = DriftStore.page(connection, selection, after, limit + 1);
        long total = ofWorkloads.size()
                + DriftStore.counts(connection, selection).stream()
                        .mapToLong(Count::moves)
                        .sum();
        List<DriftItem> items = new ArrayList<>();
        int nextStored = 0;
        int nextWorkload = Math.min(after.workloads(), ofWorkloads.size());
        while (items.size() < limit && (nextStored < stored.size() || nextWorkload < ofWorkloads.size())) {
            boolean isStored = nextWorkload == ofWorkloads.size()
                    || (nextStored < stored.size()
                            && !stored.get(nextStored)
                                    .at()
                                    .isBefore(
                                            ofWorkloads.get(nextWorkload).item().at()));
            items.add(
                    isStored
                            ? stored.get(nextStored++).item()
                            : ofWorkloads.get(nextWorkload++).item());
        }
        boolean more = nextStored < stored.size() || nextWorkload < ofWorkloads.size();
        return new Slice(
                items,
                more ? cursor(after, nextStored == 0 ? null : stored.get(nextStored - 1), nextWorkload) : null,
                total);
    }

    private static DriftCursor cursor(DriftCursor after, @Nullable Stored last, int workloads) {
        return last == null
                ? new DriftCursor(after.until(), after.at(), after.no(), workloads)
                : new DriftCursor(after.until(), DriftCursor.micros(last.at()), last.no(), workloads);
    }

    private List<Moved> workloads(
            Connection connection, DriftSelection selection, DriftQuery query, CatalogRevision catalog)
            throws SQLException {
        List<Change> changes = WorkloadStore.changes(connection, selection);
        Map<Integer, Map<String, Duties.Duty>> duties = new HashMap<>();
        return new WorkloadDrift(
                        WorkloadStore.members(connection, WorkloadDrift.moved(changes)),
                        profile -> duties.computeIfAbsent(profile, number -> duties(number, catalog)))
                .of(changes).stream()
                        .filter(moved -> query.asksForTeam(moved.team()))
                        .sorted(NEWEST_FIRST)
                        .toList();
    }

    private Map<String, Duties.Duty> duties(int profile, CatalogRevision catalog) {
        try {
            return Duties.of(dictionaries.profile(profile), catalog);
        } catch (SQLException e) {
            throw StoreUnavailableException.orBug(e);
        }
    }

    private static FindingCounts counts(List<Count> counts, Move.Kind kind) {
        Map<Severity, Long> bySeverity = OpenFindings.none();
        Map<String, Long> byTeam = new TreeMap<>();
        for (Count each : counts) {
            if (each.kind() == kind) {
                bySeverity.merge(each.severity(), each.moves(), Long::sum);
                byTeam.merge(each.team(), each.moves(), Long::sum);
            }
        }
        return new FindingCounts(bySeverity, byTeam);
    }

    private static FindingCounts overdue(OpenFindings open, DriftQuery query) {
        Map<Severity, Long> bySeverity = OpenFindings.none();
        Map<String, Long> byTeam = new TreeMap<>();
        open.overdue().forEach((team, counts) -> {
            if (query.asksForTeam(team)) {
                counts.bySeverity().forEach((severity, count) -> bySeverity.merge(severity, count, Long::sum));
                byTeam.put(team, counts.sum());
            }
        });
        return new FindingCounts(bySeverity, byTeam);
    }
}
