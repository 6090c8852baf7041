package dev.demarc.assessment.outbox;

import dev.demarc.assessment.catalog.CatalogStore;
import dev.demarc.assessment.catalog.JudgingVersion;
import dev.demarc.assessment.catalog.Recent;
import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.resource.KnownResource;
import dev.demarc.assessment.verdict.Deadline;
import dev.demarc.assessment.verdict.FindingId;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.finding.Cause;
import dev.demarc.contracts.finding.Compliance;
import dev.demarc.contracts.finding.ComplianceFinding;
import dev.demarc.contracts.finding.ComplianceFinding.Activity;
import dev.demarc.contracts.finding.ComplianceFinding.FindingInfo;
import dev.demarc.contracts.finding.ComplianceFinding.Owner;
import dev.demarc.contracts.finding.ComplianceFinding.Resource;
import dev.demarc.contracts.finding.ComplianceFinding.Status;
import dev.demarc.contracts.finding.ComplianceFinding.Unmapped;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts changes of findings into the words of the catalog revision that judged them. */
@ApplicationScoped
public class FindingEvents {
    private record Judged(CatalogRevision revision, Map<Integer, Control> controls) {
        private static Judged by(CatalogRevision revision) {
            return new Judged(
                    revision,
                    revision.controls().stream()
                            .collect(Collectors.toUnmodifiableMap(Control::number, Function.identity())));
        }

        private Control control(int number) {
            Control control = controls.get(number);
            if (control == null) {
                throw new IllegalArgumentException(
                        "revision %d has no control %d".formatted(revision.number(), number));
            }
            return control;
        }

        private List<String> standards(Control control) {
            return revision.frameworks().stream()
                    .filter(framework -> control.maps().containsKey(framework.id()))
                    .map(framework -> framework.name() + ' ' + framework.version())
                    .toList();
        }

        private @Nullable Instant due(Control control, Instant since) {
            Integer days = revision.parameters().dueDays().get(control.severity());
            return days == null ? null : Deadline.of(since, days);
        }
    }

    private static final int REMEMBERED = 4;

    private final CatalogStore catalog;
    private final Dictionaries dictionaries;
    private final Recent<Integer, Judged> known = new Recent<>(REMEMBERED);

    public FindingEvents(CatalogStore catalog, Dictionaries dictionaries) {
        this.catalog = catalog;
        this.dictionaries = dictionaries;
    }

    /** @param activity create or update; an update says that the finding has another owner, cannot be read any more, or is waived or no longer so */
    ComplianceFinding open(
            Activity activity, Scope scope, KnownResource resource, NonPass finding, Cause cause, Instant at)
            throws SQLException {
        Judged judged = judged(resource.version());
        Control control = judged.control(finding.control());
        Compliance compliance = Compliance.of(control.id(), judged.standards(control), finding.verdict());
        Instant due = finding.waived() ? null : judged.due(control, finding.openSince());
        Status status = finding.waived() ? Status.SUPPRESSED : Status.NEW;
        return event(activity, status, scope, resource, finding, control, compliance, cause, due, at);
    }

    /**
     * @param before the resource as it was, in whose judging version the finding was open
     * @param after the resource as it is, null where it is no more
     */
    ComplianceFinding closed(
            Scope scope, KnownResource before, @Nullable KnownResource after, NonPass finding, Cause cause, Instant at)
            throws SQLException {
        Judged judged = judged(before.version());
        Control control = judged.control(finding.control());
        List<String> standards = judged.standards(control);
        Compliance compliance = after == null
                ? Compliance.ofRemoved(control.id(), standards)
                : Compliance.of(control.id(), standards, verdict(after, finding.control()));
        return event(Activity.CLOSE, Status.RESOLVED, scope, before, finding, control, compliance, cause, null, at);
    }

    private ComplianceFinding event(
            Activity activity,
            Status status,
            Scope scope,
            KnownResource resource,
            NonPass finding,
            Control control,
            Compliance compliance,
            Cause cause,
            @Nullable Instant due,
            Instant at)
            throws SQLException {
        JudgingVersion version = JudgingVersion.of(resource.version());
        FindingId id = new FindingId(new ResourceKey(scope, resource.rid()), control.id());
        return ComplianceFinding.of(
                UUID.randomUUID().toString(),
                at,
                activity,
                status,
                control.severity(),
                compliance,
                new FindingInfo(
                        id.toString(),
                        control.title(),
                        finding.openSince().toEpochMilli(),
                        List.of(control.category().name())),
                scope,
                resource(scope, resource),
                new Unmapped(finding.party(), control.layer(), cause, version.revision(), version.engine(), due));
    }

    private Resource resource(Scope scope, KnownResource resource) throws SQLException {
        String team = dictionaries.teamName(resource.team());
        String id = resource.name().resourceId();
        String arn = resource.name().arn();
        String name = resource.name().name();
        return new Resource(
                arn == null ? id : arn,
                scope.type(),
                name == null ? id : name,
                scope.region(),
                team.isEmpty() ? null : new Owner(team));
    }

    private static Verdict verdict(KnownResource resource, int control) {
        return resource.nonPasses().stream()
                .filter(nonPass -> nonPass.control() == control)
                .map(NonPass::verdict)
                .findFirst()
                .orElse(Verdict.PASS);
    }

    private Judged judged(int version) throws SQLException {
        int revision = JudgingVersion.of(version).revision();
        Optional<Judged> remembered = known.get(revision);
        if (remembered.isPresent()) {
            return remembered.get();
        }
        Judged judged = Judged.by(catalog.revision(revision));
        known.put(revision, judged);
        return judged;
    }
}
