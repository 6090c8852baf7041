package dev.demarc.assessment.catalog;

import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.engine.Judge;
import dev.demarc.engine.ownership.Ownership;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A compiled catalog revision, the judging version that its verdicts have and who owns what by it.
 *
 * @param controls by their numbers
 * @param contraries by their numbers, the controls whose failure contradicts attestations
 */
public record Judging(
        Judge judge,
        JudgingVersion version,
        Ownership ownership,
        Map<Integer, Control> controls,
        Map<Integer, Contrary> contraries) {
    /**
     * A control whose failure contradicts attestations.
     *
     * @param attested ids of the controls that they are of
     */
    public record Contrary(String control, List<String> attested) {}

    public static Judging by(Judge judge) {
        CatalogRevision revision = judge.revision();
        return new Judging(
                judge,
                new JudgingVersion(Judge.ENGINE_VERSION, revision.number()),
                Ownership.of(revision.parameters()),
                revision.controls().stream()
                        .collect(Collectors.toUnmodifiableMap(Control::number, Function.identity())),
                contraries(revision.controls()));
    }

    private static Map<Integer, Contrary> contraries(List<Control> controls) {
        Map<String, List<String>> attested = new HashMap<>();
        for (Control control : controls) {
            control.contradictedBy().forEach(contrary -> attested.computeIfAbsent(contrary, id -> new ArrayList<>())
                    .add(control.id()));
        }
        Map<Integer, Contrary> contraries = new HashMap<>();
        for (Control control : controls) {
            List<String> contradicted = attested.get(control.id());
            if (contradicted != null) {
                contraries.put(control.number(), new Contrary(control.id(), contradicted));
            }
        }
        return Map.copyOf(contraries);
    }
}
