package dev.demarc.assessment.drift;

import dev.demarc.assessment.drift.Duties.Duty;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.api.DriftItem;
import dev.demarc.contracts.api.ResourceRef;
import dev.demarc.contracts.finding.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parties of a layer that a workload got or lost because resources came to it or left it; pure. What it had before
 * is what it has now without what came and with what left.
 */
final class WorkloadDrift {
    /** A workload of an account. */
    record Workload(String account, String name) {}

    /**
     * A resource that came to a workload or left it.
     *
     * @param profile that it has now, or had when it left
     * @param team the owning team's name, empty for none
     */
    record Change(Workload workload, boolean came, Instant at, ResourceRef ref, int profile, String team) {}

    /** What moved for a workload, with the team of the resource that moved it. */
    record Moved(DriftItem item, String team) {}

    private record Member(Workload workload, ResourceRef ref) {}

    private record Net(boolean came, Change last) {}

    private record Side(Change change, @Nullable String rule) {}

    private final Map<Workload, Map<Integer, Long>> members;
    private final IntFunction<Map<String, Duty>> duties;

    /**
     * @param members how many resources each workload has now, by profile
     * @param duties whose each layer is, by the number of a profile
     */
    WorkloadDrift(Map<Workload, Map<Integer, Long>> members, IntFunction<Map<String, Duty>> duties) {
        this.members = members;
        this.duties = duties;
    }

    /** The workloads that a resource came to or left. */
    static Set<Workload> moved(List<Change> changes) {
        return net(changes).stream().map(each -> each.last().workload()).collect(Collectors.toSet());
    }

    /** @param changes the oldest first */
    List<Moved> of(List<Change> changes) {
        Map<Workload, List<Net>> byWorkload = net(changes).stream()
                .collect(
                        Collectors.groupingBy(each -> each.last().workload(), LinkedHashMap::new, Collectors.toList()));
        List<Moved> moved = new ArrayList<>();
        byWorkload.forEach((workload, nets) -> compare(workload, nets, moved));
        return moved;
    }

    /** What came and stayed, and what was there and left; what only passed through is neither. */
    private static List<Net> net(List<Change> changes) {
        Map<Member, Change> first = new LinkedHashMap<>();
        Map<Member, Change> last = new HashMap<>();
        for (Change each : changes) {
            Member member = new Member(each.workload(), each.ref());
            first.putIfAbsent(member, each);
            last.put(member, each);
        }
        List<Net> nets = new ArrayList<>();
        first.forEach((member, begin) -> {
            Change end = Objects.requireNonNull(last.get(member));
            if (begin.came() == end.came()) {
                nets.add(new Net(end.came(), end));
            }
        });
        return nets;
    }

    private void compare(Workload workload, List<Net> nets, List<Moved> moved) {
        Map<Integer, Long> after = members.getOrDefault(workload, Map.of());
        Map<Integer, Long> before = new HashMap<>(after);
        nets.forEach(net -> before.merge(net.last().profile(), net.came() ? -1L : 1L, Long::sum));
        Map<String, Set<Party>> was = parties(before);
        Map<String, Set<Party>> is = parties(after);
        if (was.isEmpty() || is.isEmpty()) {
            return;
        }
        Map<String, Map<Party, Side>> came = sides(nets, true);
        Map<String, Map<Party, Side>> left = sides(nets, false);
        is.forEach((layer, parties) -> tell(
                workload,
                layer,
                without(left.getOrDefault(layer, Map.of()), was.getOrDefault(layer, Set.of()), parties),
                without(came.getOrDefault(layer, Map.of()), parties, was.getOrDefault(layer, Set.of())),
                moved));
    }

    private Map<String, Set<Party>> parties(Map<Integer, Long> resources) {
        Map<String, Set<Party>> parties = new TreeMap<>();
        resources.forEach((profile, count) -> {
            if (count > 0) {
                duties.apply(profile)
                        .forEach((layer, duty) -> parties.merge(layer, Set.of(duty.party()), WorkloadDrift::both));
            }
        });
        return parties;
    }

    private static Set<Party> both(Set<Party> some, Set<Party> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** By layer and party, the last that came or left. */
    private Map<String, Map<Party, Side>> sides(List<Net> nets, boolean came) {
        Map<String, Map<Party, Side>> sides = new HashMap<>();
        nets.stream().filter(net -> net.came() == came).map(Net::last).forEach(change -> duties.apply(change.profile())
                .forEach((layer, duty) -> sides.computeIfAbsent(layer, each -> new EnumMap<>(Party.class))
                        .merge(
                                duty.party(),
                                new Side(change, duty.rule()),
                                (one, other) ->
                                        other.change().at().isAfter(one.change().at()) ? other : one)));
        return sides;
    }

    private static Map<Party, Side> without(Map<Party, Side> sides, Set<Party> there, Set<Party> elsewhere) {
        Map<Party, Side> only = new EnumMap<>(Party.class);
        sides.forEach((party, side) -> {
            if (there.contains(party) && !elsewhere.contains(party)) {
                only.put(party, side);
            }
        });
        return only;
    }

    private static void tell(
            Workload workload, String layer, Map<Party, Side> gone, Map<Party, Side> added, List<Moved> moved) {
        if (gone.size() == 1 && added.size() == 1) {
            Party from = gone.keySet().iterator().next();
            added.forEach((to, side) -> moved.add(moved(workload, layer, side, from, to, Cause.CONFIGURATION)));
            return;
        }
        gone.forEach((from, side) -> moved.add(moved(workload, layer, side, from, null, Cause.REMOVAL)));
        added.forEach((to, side) -> moved.add(moved(workload, layer, side, null, to, Cause.CONFIGURATION)));
    }

    private static Moved moved(
            Workload workload, String layer, Side side, @Nullable Party from, @Nullable Party to, Cause cause) {
        DriftItem item = new DriftItem(
                DriftItem.Kind.DUTY,
                side.change().at(),
                workload.account(),
                workload.name(),
                side.change().ref(),
                layer,
                null,
                from == null ? null : from.name(),
                to == null ? null : to.name(),
                side.rule(),
                cause);
        return new Moved(item, side.change().team());
    }
}
