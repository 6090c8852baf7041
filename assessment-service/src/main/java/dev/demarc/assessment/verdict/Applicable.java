package dev.demarc.assessment.verdict;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Control.Assessment;
import dev.demarc.contracts.catalog.Placement;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.engine.Judge;
import dev.demarc.engine.Profile;
import dev.demarc.engine.Profile.LayerDecision;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The controls that judge resources of a type and placement under one judging version and responsibility profile, with
 * the party of each that passes: with a row's non-passes, all that the row counts for.
 *
 * @param controls ascending by number
 */
public record Applicable(List<Passing> controls) {
    /** A control's number and whose it is where it passes. */
    public record Passing(int control, Party party) {}

    public Applicable {
        controls = List.copyOf(controls);
    }

    public static Applicable of(CatalogRevision revision, int engine, Profile profile, String type, String region) {
        Map<String, Party> parties =
                profile.layers().stream().collect(Collectors.toMap(LayerDecision::layer, LayerDecision::party));
        boolean global = region.equals(Scope.GLOBAL);
        boolean attested = engine >= Judge.JUDGES_ATTESTED;
        return new Applicable(revision.controls().stream()
                .filter(control -> reads(control, type, global, attested))
                .map(control -> new Passing(
                        control.number(),
                        Duty.of(control.category(), parties.getOrDefault(control.layer(), Party.CUSTOMER))))
                .sorted(Comparator.comparingInt(Passing::control))
                .toList());
    }

    private static boolean reads(Control control, String type, boolean global, boolean attested) {
        return (control.assessment() == Assessment.AUTOMATED
                        || (attested && control.assessment() == Assessment.ATTESTATION))
                && type.equals(control.type())
                && (control.placement() == null
                        || control.placement() == Placement.BOTH
                        || (control.placement() == Placement.GLOBAL) == global);
    }
}
