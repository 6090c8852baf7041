package dev.demarc.assessment.drift;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.api.DriftItem;
import dev.demarc.contracts.api.ResourceRef;
import dev.demarc.contracts.finding.Cause;
import dev.demarc.engine.Judge;
import dev.demarc.engine.LayerResponsibility;
import dev.demarc.engine.ownership.Ownership;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Duties that moved: the party of a layer of one resource, and for a workload the parties of a layer among its resources
 * when some came or went. Both sides are resolved by the same catalog, so that none of it is the catalog's doing; pure.
 */
final class DutyDrift {
    /** A workload of an account. */
    record Workload(String account, String name) {}

    private record Side(ResourceRef ref, Instant at, LayerResponsibility rule) {}

    private final Evidence evidence;
    private final Judge judge;
    private final Ownership ownership;

    DutyDrift(Evidence evidence, Judge judge, Ownership ownership) {
        this.evidence = evidence;
        this.judge = judge;
        this.ownership = ownership;
    }

    /** What moved on resources that were there before and are. */
    List<DriftItem> ofResources() {
        List<DriftItem> items = new ArrayList<>();
        evidence.versions().values().forEach(versions -> {
            for (int i = 1; i < versions.size(); i++) {
                Version after = versions.get(i);
                if (after.from().isAfter(evidence.since()) && followsOn(versions.get(i - 1), after)) {
                    compare(versions.get(i - 1), after, items);
                }
            }
        });
        return items;
    }

    /** The workloads that a resource came to or left. */
    Set<Workload> moved() {
        return evidence.versions().values().stream()
                .filter(versions -> came(versions) != left(versions))
                .flatMap(versions -> workload(versions.get(versions.size() - 1)).stream())
                .collect(Collectors.toSet());
    }

    /**
     * What moved for workloads.
     *
     * @param staying their resources that are stored now, those that came among them
     */
    List<DriftItem> ofWorkloads(List<Version> staying) {
        Map<Workload, Map<String, Map<Party, Side>>> before = new HashMap<>();
        Map<Workload, Map<String, Map<Party, Side>>> after = new HashMap<>();
        for (Version version : staying) {
            boolean came = came(evidence.versions().getOrDefault(version.ref().key(), List.of()));
            workload(version).ifPresent(workload -> {
                add(version, version.from(), after.computeIfAbsent(workload, each -> new TreeMap<>()));
                if (!came) {
                    add(version, version.from(), before.computeIfAbsent(workload, each -> new TreeMap<>()));
                }
            });
        }
        for (List<Version> versions : evidence.versions().values()) {
            Version last = versions.get(versions.size() - 1);
            if (left(versions) && !came(versions)) {
                workload(last)
                        .ifPresent(workload -> add(
                                last,
                                Objects.requireNonNull(last.until()),
                                before.computeIfAbsent(workload, each -> new TreeMap<>())));
            }
        }
        List<DriftItem> items = new ArrayList<>();
        for (Workload workload : moved()) {
            Map<String, Map<Party, Side>> was = before.getOrDefault(workload, Map.of());
            Map<String, Map<Party, Side>> is = after.getOrDefault(workload, Map.of());
            if (!was.isEmpty() && !is.isEmpty()) {
                is.forEach((layer, parties) -> compare(workload, was.getOrDefault(layer, Map.of()), parties, items));
            }
        }
        return items;
    }

    private boolean came(List<Version> versions) {
        return !versions.isEmpty()
                && versions.get(0).from().isAfter(evidence.since())
                && !evidence.isFirst(versions.get(0).scope(), versions.get(0).from());
    }

    private static boolean left(List<Version> versions) {
        return !versions.isEmpty() && versions.get(versions.size() - 1).until() != null;
    }

    /** A resource that went and came again is not compared. */
    private static boolean followsOn(Version before, Version after) {
        return before.until() != null && !before.until().isBefore(after.from());
    }

    private Optional<Workload> workload(Version version) {
        return ownership
                .workload(version.configuration().tags())
                .map(name -> new Workload(version.ref().account(), name));
    }

    private void add(Version version, Instant at, Map<String, Map<Party, Side>> layers) {
        for (LayerResponsibility layer : judge.responsibilities(version.configuration(), evidence.until())) {
            layers.computeIfAbsent(layer.layer().id(), id -> new EnumMap<>(Party.class))
                    .merge(
                            layer.responsibility().party(),
                            new Side(version.ref(), at, layer),
                            (one, other) -> other.at().isAfter(one.at()) ? other : one);
        }
    }

    private void compare(Version before, Version after, List<DriftItem> items) {
        Map<String, LayerResponsibility> was = judge.responsibilities(before.configuration(), evidence.until()).stream()
                .collect(Collectors.toMap(layer -> layer.layer().id(), layer -> layer));
        for (LayerResponsibility is : judge.responsibilities(after.configuration(), evidence.until())) {
            LayerResponsibility then = was.get(is.layer().id());
            if (then != null
                    && then.responsibility().party() != is.responsibility().party()) {
                items.add(item(
                        after.from(),
                        workload(after).map(Workload::name).orElse(null),
                        after.ref(),
                        is,
                        then.responsibility().party(),
                        is.responsibility().party(),
                        Cause.CONFIGURATION));
            }
        }
    }

    private static void compare(Workload workload, Map<Party, Side> was, Map<Party, Side> is, List<DriftItem> items) {
        List<Party> gone =
                was.keySet().stream().filter(party -> !is.containsKey(party)).toList();
        List<Party> added =
                is.keySet().stream().filter(party -> !was.containsKey(party)).toList();
        if (gone.size() == 1 && added.size() == 1) {
            Side side = Objects.requireNonNull(is.get(added.get(0)));
            items.add(item(side, workload.name(), gone.get(0), added.get(0), Cause.CONFIGURATION));
            return;
        }
        for (Party party : gone) {
            items.add(item(Objects.requireNonNull(was.get(party)), workload.name(), party, null, Cause.REMOVAL));
        }
        for (Party party : added) {
            items.add(item(Objects.requireNonNull(is.get(party)), workload.name(), null, party, Cause.CONFIGURATION));
        }
    }

    private static DriftItem item(Side side, String workload, @Nullable Party from, @Nullable Party to, Cause cause) {
        return item(side.at(), workload, side.ref(), side.rule(), from, to, cause);
    }

    private static DriftItem item(
            Instant at,
            @Nullable String workload,
            ResourceRef ref,
            LayerResponsibility rule,
            @Nullable Party from,
            @Nullable Party to,
            Cause cause) {
        return new DriftItem(
                DriftItem.Kind.DUTY,
                at,
                ref.account(),
                workload,
                ref,
                rule.layer().id(),
                null,
                from == null ? null : from.name(),
                to == null ? null : to.name(),
                rule.responsibility().rule(),
                cause);
    }
}
