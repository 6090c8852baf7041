package dev.demarc.assessment.finding;

import dev.demarc.assessment.approved.Statements;
import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.problem.StoreUnavailableException;
import dev.demarc.assessment.responsibility.CatalogLookup;
import dev.demarc.assessment.responsibility.LayerOwners;
import dev.demarc.assessment.verdict.Deadline;
import dev.demarc.assessment.verdict.FindingId;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.api.FindingView;
import dev.demarc.contracts.api.Owner;
import dev.demarc.contracts.api.ResourceRef;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.engine.Profile.LayerDecision;
import dev.demarc.engine.statement.ApprovedStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a finding into the words of the catalog. */
@ApplicationScoped
class FindingViews {
    private final Dictionaries dictionaries;
    private final LayerOwners owners;
    private final Statements statements;
    private final Clock clock;

    FindingViews(Dictionaries dictionaries, LayerOwners owners, Statements statements, Clock clock) {
        this.dictionaries = dictionaries;
        this.owners = owners;
        this.statements = statements;
        this.clock = clock;
    }

    /** @return empty where the catalog has retired the control and reassessment has not come to it yet */
    Optional<FindingView> view(FindingRow row, CatalogLookup catalog) {
        return catalog.control(row.control()).map(control -> view(row, control, catalog));
    }

    private FindingView view(FindingRow row, Control control, CatalogLookup catalog) {
        FindingRow.Resource resource = row.resource();
        ResourceKey key = new ResourceKey(resource.scope(), resource.rid());
        return new FindingView(
                new FindingId(key, control.id()).toString(),
                control.id(),
                control.title(),
                control.severity(),
                control.category(),
                row.party(),
                control.layer(),
                catalog.serviceOf(resource.scope().type()),
                owner(row, control, catalog.revision()),
                new ResourceRef(
                        key,
                        resource.scope().account(),
                        resource.scope().region(),
                        resource.scope().type(),
                        resource.id(),
                        resource.name(),
                        resource.arn()),
                state(row),
                row.reason(),
                row.since(),
                row.waived() ? null : dueAt(row.since(), control, catalog.revision()),
                row.until(),
                row.unverifiedSince(),
                row.waived() ? waiver(key, control) : null,
                row.verifiedAt());
    }

    private static FindingView.State state(FindingRow row) {
        if (row.until() != null) {
            return FindingView.State.RESOLVED;
        }
        return row.waived() ? FindingView.State.WAIVED : FindingView.State.OPEN;
    }

    private @Nullable String waiver(ResourceKey key, Control control) {
        return statements
                .newest()
                .of(key.scope().account())
                .active(StatementKind.WAIVER, control.id(), key, clock.instant())
                .map(ApprovedStatement::id)
                .orElse(null);
    }

    private Owner owner(FindingRow row, Control control, CatalogRevision catalog) {
        FindingRow.Resource resource = row.resource();
        Optional<LayerDecision> layer = layer(row, control);
        Owner own = new Owner(
                layer.map(LayerDecision::party).orElse(row.party()),
                resource.scope().account(),
                resource.accountName(),
                resource.team().isEmpty() ? null : resource.team());
        return owners.of(layer.map(LayerDecision::owner).orElse(null), own, catalog);
    }

    private Optional<LayerDecision> layer(FindingRow row, Control control) {
        if (row.profile() == 0) {
            return Optional.empty();
        }
        try {
            return dictionaries.profile(row.profile()).layers().stream()
                    .filter(layer -> layer.layer().equals(control.layer()))
                    .findFirst();
        } catch (SQLException e) {
            throw StoreUnavailableException.orBug(e);
        }
    }

    private static @Nullable Instant dueAt(Instant since, Control control, CatalogRevision catalog) {
        Integer days = catalog.parameters().dueDays().get(control.severity());
        return days == null ? null : Deadline.of(since, days);
    }
}
