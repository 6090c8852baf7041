package dev.demarc.gateway.framework;

import dev.demarc.contracts.Category;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Framework;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.Score;
import dev.demarc.contracts.scorecard.Tally;
import dev.demarc.engine.assurance.ProviderHalves;
import dev.demarc.engine.score.Scoring;
import dev.demarc.gateway.catalog.CatalogView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Posture by the requirements of a framework.
 *
 * @param scope the account's or the organisation's id
 * @param overall over the customer's part of every control that maps to the framework
 * @param requirements in the order of their ids: those that the framework names, even where no control answers, and those
 *     that controls map to beside them
 */
record FrameworkPosture(
        String id, String name, String version, String scope, Score overall, List<RequirementPosture> requirements) {
    /**
     * One requirement.
     *
     * @param name null where the framework does not name it
     * @param verdict null where no control answers it
     * @param controls the controls that answer it or a part of it
     * @param score over the customer's part of these controls
     */
    record RequirementPosture(
            String id, @Nullable String name, @Nullable Verdict verdict, List<ControlPosture> controls, Score score) {}

    /**
     * One control in it.
     *
     * @param verdict of the customer's part, null for an inherited control
     * @param awsHalf whether AWS's part is covered by a report on file, null where AWS has none
     */
    record ControlPosture(
            String id,
            String title,
            Category category,
            @Nullable Verdict verdict,
            @Nullable Verdict awsHalf,
            Counts counts) {}

    static FrameworkPosture of(CatalogView catalog, Framework framework, Subject subject, LocalDate on) {
        return new Builder(catalog, framework.id(), subject, on).build(framework, subject.id());
    }

    private static final class Builder {
        private final CatalogView catalog;
        private final String framework;
        private final Map<Integer, List<Tally>> tallies = new HashMap<>();
        private final ProviderHalves halves;
        private final LocalDate on;

        Builder(CatalogView catalog, String framework, Subject subject, LocalDate on) {
            this.catalog = catalog;
            this.framework = framework;
            this.halves = ProviderHalves.onFile(catalog.revision().providerEvidence(), subject.organization());
            this.on = on;
            for (Tally tally : subject.tallies()) {
                if (tally.party() != Party.AWS) {
                    this.tallies
                            .computeIfAbsent(tally.control(), control -> new ArrayList<>())
                            .add(tally);
                }
            }
        }

        FrameworkPosture build(Framework framework, String scope) {
            List<Control> mapped = catalog.revision().controls().stream()
                    .filter(control -> control.maps().containsKey(framework.id()))
                    .toList();
            return new FrameworkPosture(
                    framework.id(),
                    framework.name(),
                    framework.version(),
                    scope,
                    score(mapped),
                    Stream.concat(
                                    framework.requirements().keySet().stream(),
                                    mapped.stream().flatMap(control -> requirements(control).stream()))
                            .distinct()
                            .sorted(RequirementIds.NATURAL)
                            .map(id -> requirement(id, framework.requirements().get(id), mapped))
                            .toList());
        }

        private List<String> requirements(Control control) {
            return control.maps().getOrDefault(framework, List.of());
        }

        private RequirementPosture requirement(String id, @Nullable String name, List<Control> mapped) {
            List<Control> answering = mapped.stream()
                    .filter(control ->
                            requirements(control).stream().anyMatch(answered -> RequirementIds.isWithin(answered, id)))
                    .toList();
            List<ControlPosture> controls =
                    answering.stream().map(this::control).toList();
            return new RequirementPosture(id, name, Verdicts.ofAll(controls), controls, score(answering));
        }

        private ControlPosture control(Control control) {
            Counts counts = tallies.getOrDefault(control.number(), List.of()).stream()
                    .map(Tally::counts)
                    .reduce(Counts.NONE, Counts::plus);
            return new ControlPosture(
                    control.id(),
                    control.title(),
                    control.category(),
                    control.category() == Category.INHERITED ? null : Verdicts.of(counts),
                    control.provider() == null
                            ? null
                            : halves.verdict(control.provider(), control.service(), null, on)
                                    .verdict(),
                    counts);
        }

        private Score score(List<Control> controls) {
            List<Tally> theirs = controls.stream()
                    .flatMap(control -> tallies.getOrDefault(control.number(), List.of()).stream())
                    .toList();
            return Scoring.score(
                    theirs, catalog.controlsByNumber(), catalog.revision().parameters());
        }
    }
}
