package dev.demarc.catalog.content;

import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Framework;
import dev.demarc.contracts.catalog.Placement;
import dev.demarc.contracts.catalog.ResourceType;
import dev.demarc.contracts.catalog.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What must agree between controls and services, types, placements and frameworks beyond what the engine demands. */
final class ControlConsistency {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern DUTY = Pattern.compile("[DS]\\d{1,3}");
    /** Storage and packed tallies hold a control's number in two bytes. */
    private static final int LARGEST_NUMBER = Short.MAX_VALUE;

    private final CatalogRevision revision;
    private final Map<String, Service> serviceOfType = new TreeMap<>();
    private final Map<String, Framework> frameworks = new TreeMap<>();
    private final Map<String, Control> controls = new TreeMap<>();
    private final List<CatalogProblem> problems = new ArrayList<>();

    ControlConsistency(CatalogRevision revision) {
        this.revision = revision;
        for (Service service : revision.services()) {
            service.types().forEach(type -> serviceOfType.putIfAbsent(type.type(), service));
        }
        revision.controls().forEach(control -> controls.put(control.id(), control));
        revision.frameworks().forEach(framework -> frameworks.put(framework.id(), framework));
    }

    List<CatalogProblem> check() {
        revision.controls().forEach(this::check);
        return problems;
    }

    private void check(Control control) {
        matching(control, "id", ID, control.id());
        if (control.number() > LARGEST_NUMBER) {
            refuse(control, "number", "is %d; accepted: 1 to %d".formatted(control.number(), LARGEST_NUMBER));
        }
        control.duties().forEach(duty -> matching(control, "duties", DUTY, duty));
        if (control.assessment() == Control.Assessment.AUTOMATED) {
            checkAutomated(control);
        } else if (control.assertion() != null) {
            refuse(control, "assert", "stands on a control that is not AUTOMATED but " + control.assessment());
        } else if (control.when() != null && !control.judgesResources()) {
            refuse(control, "when", "stands on a control that judges no resource: " + control.assessment());
        }
        checkStatements(control);
        control.maps().forEach((framework, requirements) -> checkMap(control, framework, requirements));
    }

    private void checkAutomated(Control control) {
        if (control.evidence().isEmpty()) {
            refuse(control, "evidence", "is empty; accepted: the configuration paths that show why");
        }
        Service service = serviceOfType.get(String.valueOf(control.type()));
        if (service == null) {
            return;
        }
        if (!service.id().equals(control.service())) {
            refuse(
                    control,
                    "service",
                    "is '%s', but %s is a type of '%s'".formatted(control.service(), control.type(), service.id()));
        }
        boolean both = service.types().contains(new ResourceType(String.valueOf(control.type()), Placement.BOTH));
        if (!both && control.placement() != null) {
            refuse(
                    control,
                    "placement",
                    "is %s, but %s is in one place only; accepted: none"
                            .formatted(control.placement(), control.type()));
        }
    }

    private void checkStatements(Control control) {
        if (control.assessment() != Control.Assessment.ATTESTATION) {
            if (!control.contradictedBy().isEmpty()) {
                refuse(
                        control,
                        "contradictedBy",
                        "stands on a control that is not attested but " + control.assessment());
            }
            if (control.renewalDays() != null) {
                refuse(control, "renewalDays", "stands on a control that is not attested but " + control.assessment());
            }
        }
        for (String id : control.contradictedBy()) {
            Control contrary = controls.get(id);
            if (contrary == null || contrary.assessment() != Control.Assessment.AUTOMATED) {
                refuse(control, "contradictedBy", "'%s' is no automated control".formatted(id));
            }
        }
        if (control.declarable() != null && control.assessment() != Control.Assessment.AUTOMATED) {
            refuse(control, "declarable", "stands on a control that is not AUTOMATED but " + control.assessment());
        }
    }

    private void checkMap(Control control, String id, List<String> requirements) {
        Framework framework = frameworks.get(id);
        if (framework == null) {
            refuse(control, "maps", "'%s' is not known; accepted: %s".formatted(id, frameworks.keySet()));
            return;
        }
        for (String requirement : requirements) {
            if (!framework.requirements().isEmpty() && !Requirements.named(framework, requirement)) {
                refuse(
                        control,
                        "maps." + id,
                        "'%s' is no requirement of %s %s"
                                .formatted(requirement, framework.name(), framework.version()));
            }
        }
    }

    private void matching(Control control, String member, Pattern accepted, String value) {
        if (!accepted.matcher(value).matches()) {
            refuse(control, member, "is '%s'; accepted: %s".formatted(value, accepted.pattern()));
        }
    }

    private void refuse(Control control, String member, String reason) {
        problems.add(new CatalogProblem("controls[%s].%s".formatted(control.id(), member), reason));
    }
}
