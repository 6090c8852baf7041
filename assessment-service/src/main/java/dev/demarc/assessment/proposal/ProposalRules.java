package dev.demarc.assessment.proposal;

import dev.demarc.assessment.act.Given;
import dev.demarc.assessment.evidence.EvidenceFiles;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.access.Person;
import dev.demarc.contracts.api.StatementProposal;
import dev.demarc.contracts.api.StatementScope;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.shell.problem.RefusedValueException;
import dev.demarc.shell.problem.UnknownReferenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a proposal must be whatever is stored; pure. */
final class ProposalRules {
    private static final int MOST_FILES = 20;

    private ProposalRules() {}

    /**
     * @throws RefusedValueException naming the component, its value and what is accepted
     * @throws UnknownReferenceException where it is about a control that the catalog has not
     */
    static Proposal check(
            StatementKind kind,
            StatementProposal proposed,
            @Nullable UUID renews,
            Person who,
            CatalogRevision catalog,
            Instant now) {
        Control control = control(kind, proposed.control(), catalog);
        String text = Given.prose("text", proposed.text());
        Person author = Given.person("author", proposed.author(), who);
        String compensating = proposed.compensatingControl() == null
                ? null
                : Given.prose("compensatingControl", proposed.compensatingControl());
        StatementScope scope = proposed.scope();
        if (scope == null) {
            throw new RefusedValueException("scope", "", "an organization, ou, accounts or resources");
        }
        Instant expiresAt = proposed.expiresAt();
        if (expiresAt == null || !expiresAt.isAfter(now)) {
            throw new RefusedValueException("expiresAt", text(expiresAt), "an instant after now, " + now);
        }
        Instant validFrom = proposed.validFrom();
        if (validFrom != null && (validFrom.isBefore(now) || !validFrom.isBefore(expiresAt))) {
            throw new RefusedValueException(
                    "validFrom", text(validFrom), "absent, or an instant from now, %s, until expiresAt".formatted(now));
        }
        int days = longestDays(kind, control, catalog);
        Instant latest = (validFrom == null ? now : validFrom).plus(Duration.ofDays(days));
        if (expiresAt.isAfter(latest)) {
            throw new RefusedValueException(
                    "expiresAt",
                    text(expiresAt),
                    "until %s: %d days for control %s of severity %s"
                            .formatted(latest, days, control.id(), control.severity()));
        }
        return new Proposal(
                kind,
                control,
                catalog.number(),
                scope,
                text,
                compensating,
                files(proposed.evidenceFiles()),
                author,
                validFrom,
                expiresAt,
                renews);
    }

    private static Control control(StatementKind kind, @Nullable String id, CatalogRevision catalog) {
        String name = Given.name("control", id);
        Control control = catalog.controls().stream()
                .filter(each -> each.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownReferenceException(
                        "control", name, "id of a control of catalog revision " + catalog.number()));
        String accepted =
                switch (kind) {
                    case ATTESTATION ->
                        control.assessment() == Control.Assessment.ATTESTATION ? null : "a control that is attested";
                    case WAIVER ->
                        control.assessment() == Control.Assessment.AUTOMATED
                                ? null
                                : "an automated control: others have no findings to waive";
                    case DECLARATION ->
                        control.declarable() != null
                                ? null
                                : "a control that says what a failure may be declared to be";
                };
        if (accepted != null) {
            throw new RefusedValueException("control", name, accepted);
        }
        return control;
    }

    private static int longestDays(StatementKind kind, Control control, CatalogRevision catalog) {
        return switch (kind) {
            case WAIVER ->
                Objects.requireNonNull(catalog.parameters().waiverDays().get(control.severity()));
            case ATTESTATION, DECLARATION ->
                Objects.requireNonNullElse(control.renewalDays(), Control.DEFAULT_RENEWAL_DAYS);
        };
    }

    private static List<UUID> files(List<String> ids) {
        if (ids.size() > MOST_FILES) {
            throw new RefusedValueException("evidenceFiles", ids.size() + " ids", "at most " + MOST_FILES);
        }
        return ids.stream().distinct().map(EvidenceFiles::id).toList();
    }

    private static String text(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }
}
