package dev.demarc.assessment.drift;

import dev.demarc.assessment.drift.DutyDrift.Workload;
import dev.demarc.assessment.grant.Grant;
import dev.demarc.assessment.inventory.Configurations;
import dev.demarc.assessment.listing.AccountFilter;
import dev.demarc.assessment.listing.AccountNumbers;
import dev.demarc.assessment.listing.ReadTransaction;
import dev.demarc.assessment.team.OpenFindings;
import dev.demarc.assessment.team.TeamStore;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.api.ChangesView;
import dev.demarc.contracts.api.ChangesView.Unowned;
import dev.demarc.contracts.api.DriftItem;
import dev.demarc.contracts.api.FindingCounts;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.engine.Judge;
import dev.demarc.engine.ownership.Ownership;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what moved between two instants. */
@ApplicationScoped
public class Drift {
    private static final int DUTIES_TOLD = 20;
    private static final Comparator<DriftItem> NEWEST_FIRST = Comparator.comparing(DriftItem::at)
            .reversed()
            .thenComparing(DriftItem::kind)
            .thenComparing(item -> item.resource().key().toString())
            .thenComparing(item -> Objects.requireNonNullElse(item.layer(), ""))
            .thenComparing(item -> Objects.requireNonNullElse(item.control(), ""))
            .thenComparing(item -> Objects.requireNonNullElse(item.from(), ""));

    private final ReadTransaction reads;
    private final Configurations configurations;

    public Drift(ReadTransaction reads, Configurations configurations) {
        this.reads = reads;
        this.configurations = configurations;
    }

    private record Moves(List<DriftItem> duties, List<VerdictDrift.Moved> verdicts) {}

    /**
     * Everything of some kinds that moved after {@code since} and until {@code until}, the newest first.
     *
     * @param teams which teams' resources, empty for any; the empty name for none
     */
    public List<DriftItem> items(
            Grant grant,
            AccountFilter filter,
            Set<String> teams,
            Judge judge,
            Instant since,
            Instant until,
            Set<DriftItem.Kind> kinds) {
        Moves moves = reads.of(connection ->
                moves(connection, AccountNumbers.find(connection, grant, filter), teams, judge, since, until));
        return Stream.concat(moves.duties().stream(), moves.verdicts().stream().map(VerdictDrift.Moved::item))
                .filter(item -> kinds.isEmpty() || kinds.contains(item.kind()))
                .filter(item -> !item.at().isAfter(until))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** @param teams whose, empty for any, the empty name for none; what no team owns is told whoever is asked for */
    public ChangesView changes(
            Grant grant, AccountFilter filter, Set<String> teams, Judge judge, Instant since, Instant until) {
        return reads.of(connection -> {
            Integer[] accounts = AccountNumbers.find(connection, grant, filter);
            Moves moves = moves(connection, accounts, teams, judge, since, until);
            OpenFindings open = new OpenFindings(judge.revision(), until);
            TeamStore.open(connection, accounts, open);
            TeamStore.Owned unowned = TeamStore.owned(connection, accounts).getOrDefault("", new TeamStore.Owned(0, 0));
            return new ChangesView(
                    since,
                    until,
                    counts(moves.verdicts().stream().filter(VerdictDrift.Moved::isOpened)),
                    counts(moves.verdicts().stream().filter(moved -> !moved.isOpened())),
                    moves.duties().stream()
                            .sorted(NEWEST_FIRST)
                            .limit(DUTIES_TOLD)
                            .toList(),
                    moves.duties().size(),
                    overdue(open, teams),
                    new Unowned(unowned.resources(), open.open("").sum()));
        });
    }

    private Moves moves(
            Connection connection, Integer[] accounts, Set<String> teams, Judge judge, Instant since, Instant until)
            throws SQLException {
        Ownership ownership = Ownership.of(judge.revision().parameters());
        Evidence evidence = DriftStore.evidence(connection, configurations, accounts, since, until);
        DutyDrift duties = new DutyDrift(evidence, judge, ownership);
        List<DriftItem> moved = new ArrayList<>(duties.ofResources());
        Set<Workload> workloads = duties.moved();
        Map<ResourceKey, String> owners = new HashMap<>();
        if (!workloads.isEmpty()) {
            List<Version> members = members(connection, accounts, ownership, workloads);
            members.forEach(member -> owners.put(member.ref().key(), member.team()));
            moved.addAll(duties.ofWorkloads(members));
        }
        evidence.versions()
                .forEach((key, versions) ->
                        owners.put(key, versions.get(versions.size() - 1).team()));
        return new Moves(
                moved.stream()
                        .filter(item ->
                                isOf(teams, owners.getOrDefault(item.resource().key(), "")))
                        .toList(),
                new VerdictDrift(evidence, judge, ownership)
                        .moved().stream()
                                .filter(each -> isOf(teams, each.team()))
                                .toList());
    }

    private static boolean isOf(Set<String> teams, String team) {
        return teams.isEmpty() || teams.contains(team);
    }

    /** Only accounts where a workload's resources came or went are read for its others. */
    private List<Version> members(
            Connection connection, Integer[] accounts, Ownership ownership, Set<Workload> workloads)
            throws SQLException {
        Set<String> ids = workloads.stream().map(Workload::account).collect(Collectors.toSet());
        return DriftStore.members(
                connection, configurations, DriftStore.among(connection, accounts, ids), version -> ownership
                        .workload(version.configuration().tags())
                        .filter(name ->
                                workloads.contains(new Workload(version.ref().account(), name)))
                        .isPresent());
    }

    private static FindingCounts counts(Stream<VerdictDrift.Moved> moved) {
        Map<Severity, Long> bySeverity = OpenFindings.none();
        Map<String, Long> byTeam = new TreeMap<>();
        moved.forEach(each -> {
            bySeverity.merge(each.severity(), 1L, Long::sum);
            byTeam.merge(each.team(), 1L, Long::sum);
        });
        return new FindingCounts(bySeverity, byTeam);
    }

    private static FindingCounts overdue(OpenFindings open, Set<String> teams) {
        Map<Severity, Long> bySeverity = OpenFindings.none();
        Map<String, Long> byTeam = new TreeMap<>();
        open.overdue().forEach((team, counts) -> {
            if (isOf(teams, team)) {
                counts.bySeverity().forEach((severity, count) -> bySeverity.merge(severity, count, Long::sum));
                byTeam.put(team, counts.sum());
            }
        });
        return new FindingCounts(bySeverity, byTeam);
    }
}
