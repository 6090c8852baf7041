package dev.demarc.assessment.scorecard;

import dev.demarc.contracts.Category;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.ModelDefinition;
import dev.demarc.contracts.catalog.Placement;
import dev.demarc.contracts.catalog.ResourceType;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which scopes an account should have by the catalog, and whose a control is before anything is read. */
final class ExpectedScopes {
    private final Map<String, Placement> placements = new HashMap<>();
    private final Map<String, List<Control>> controls;
    private final Map<Integer, Party> parties = new HashMap<>();
    private final Set<Integer> attested = new HashSet<>();

    ExpectedScopes(CatalogRevision revision) {
        controls = revision.controls().stream()
                .filter(Control::judgesResources)
                .collect(Collectors.groupingBy(control -> String.valueOf(control.type())));
        for (Service service : revision.services()) {
            ModelDefinition model = revision.models().stream()
                    .filter(candidate -> candidate.model() == service.model())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("service %s has model %s, which the catalog lacks"
                            .formatted(service.id(), service.model())));
            for (ResourceType type : service.types()) {
                placements.put(type.type(), type.placement());
                for (Control control : controls.getOrDefault(type.type(), List.of())) {
                    parties.put(control.number(), party(control, service, model));
                    if (control.assessment() == Control.Assessment.ATTESTATION) {
                        attested.add(control.number());
                    }
                }
            }
        }
    }

    /** The scopes of an account: its enabled regions by the types that have controls there. */
    Set<Scope> of(Account account) {
        Set<Scope> scopes = new LinkedHashSet<>();
        for (String type : placements.keySet().stream().sorted().toList()) {
            add(new Scope(account.id(), Scope.GLOBAL, type), scopes);
            for (String region : account.enabledRegions()) {
                add(new Scope(account.id(), region, type), scopes);
            }
        }
        return scopes;
    }

    /** The controls that a resource of the scope is judged by. */
    List<Control> controls(Scope scope) {
        Placement placement = placements.get(scope.type());
        Placement here = scope.region().equals(Scope.GLOBAL) ? Placement.GLOBAL : Placement.REGIONAL;
        List<Control> ofType = controls.getOrDefault(scope.type(), List.of());
        if (placement == Placement.BOTH) {
            return ofType.stream()
                    .filter(control -> control.placement() == here || control.placement() == Placement.BOTH)
                    .toList();
        }
        return placement == here ? ofType : List.of();
    }

    /** False for controls that the catalog has retired. */
    boolean judgedBy(int control) {
        return parties.containsKey(control);
    }

    /** Whether a person's word decides it, so that no reading of the scope is needed to keep it. */
    boolean isAttested(int control) {
        return attested.contains(control);
    }

    /** The party of a control by its service's own rules; a resource's variants may say otherwise once it is read. */
    Party party(Control control) {
        return parties.getOrDefault(control.number(), Party.CUSTOMER);
    }

    private void add(Scope scope, Set<Scope> scopes) {
        if (!controls(scope).isEmpty()) {
            scopes.add(scope);
        }
    }

    private static Party party(Control control, Service service, ModelDefinition model) {
        if (control.category() == Category.INHERITED) {
            return Party.AWS;
        }
        if (control.category() == Category.SHARED) {
            return Party.SHARED;
        }
        Responsibility ofService = service.responsibilities().get(control.layer());
        Responsibility rule = ofService == null ? model.responsibilities().get(control.layer()) : ofService;
        return rule == null ? Party.CUSTOMER : rule.party();
    }
}
