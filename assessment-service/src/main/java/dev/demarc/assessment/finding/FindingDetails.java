package dev.demarc.assessment.finding;

import dev.demarc.assessment.grant.Reached;
import dev.demarc.assessment.inventory.Configurations;
import dev.demarc.assessment.inventory.ItemStore;
import dev.demarc.assessment.inventory.StoredItem;
import dev.demarc.assessment.listing.ReadTransaction;
import dev.demarc.assessment.responsibility.CatalogLookup;
import dev.demarc.assessment.responsibility.LayerOwners;
import dev.demarc.assessment.verdict.FindingId;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.api.FindingDetail;
import dev.demarc.contracts.api.FindingDetail.Interval;
import dev.demarc.contracts.api.FindingDetail.ProviderHalfView;
import dev.demarc.contracts.api.LayerView;
import dev.demarc.contracts.api.Owner;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.ProviderHalf;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.engine.assurance.ProviderHalves;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that there is to say of one finding, from the configuration that is stored. */
@ApplicationScoped
class FindingDetails {
    private final ReadTransaction reads;
    private final Configurations configurations;
    private final FindingViews views;
    private final LayerOwners owners;

    FindingDetails(ReadTransaction reads, Configurations configurations, FindingViews views, LayerOwners owners) {
        this.reads = reads;
        this.configurations = configurations;
        this.views = views;
        this.owners = owners;
    }

    /** Empty where it was never open, or the grant does not reach it. */
    Optional<FindingDetail> of(Reached reached, FindingId id, CatalogLookup catalog, Instant now) {
        return catalog.control(id.control())
                .flatMap(control -> reads.of(connection -> {
                    Optional<StoredItem> item = ItemStore.find(connection, reached, id.resource());
                    return item.isEmpty() ? Optional.empty() : detail(connection, item.get(), control, catalog, now);
                }));
    }

    private Optional<FindingDetail> detail(
            Connection connection, StoredItem item, Control control, CatalogLookup catalog, Instant now)
            throws SQLException {
        List<PastFinding> past =
                PastFindings.of(connection, item.scopeNumber(), item.ref().key().rid(), control.number());
        Optional<FindingRow> row = row(item, control, past);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        ResourceConfiguration configuration = configurations.unpack(connection, item);
        return views.view(row.get(), catalog)
                .map(view -> new FindingDetail(
                        view,
                        whose(control, item, configuration, catalog, now),
                        control.why(),
                        catalog.remedy(control, configuration, now),
                        CatalogLookup.evidence(control.evidence(), configuration),
                        now(item, control),
                        provider(control, item, catalog, now),
                        control.maps(),
                        history(row.get(), past)));
    }

    private static Optional<FindingRow> row(StoredItem item, Control control, List<PastFinding> past) {
        Optional<NonPass> open = item.nonPasses().stream()
                .filter(nonPass ->
                        item.removedAt() == null && nonPass.control() == control.number() && nonPass.isFinding())
                .findFirst();
        if (open.isPresent()) {
            NonPass nonPass = open.get();
            return Optional.of(row(
                    item,
                    control,
                    nonPass.party(),
                    nonPass.reason(),
                    nonPass.openSince(),
                    null,
                    FindingRow.unverifiedSince(nonPass),
                    nonPass.waived()));
        }
        return past.stream()
                .findFirst()
                .map(last -> row(item, control, last.party(), last.reason(), last.since(), last.until(), null, false));
    }

    private static FindingRow row(
            StoredItem item,
            Control control,
            Party party,
            @Nullable String reason,
            Instant since,
            @Nullable Instant until,
            @Nullable Instant unverifiedSince,
            boolean waived) {
        return new FindingRow(
                item.scopeNumber(),
                new FindingRow.Resource(
                        item.ref().key().scope(),
                        item.ref().key().rid(),
                        item.accountName(),
                        item.ref().id(),
                        item.ref().name(),
                        item.ref().arn(),
                        Objects.requireNonNullElse(item.team(), "")),
                control.number(),
                party,
                item.profile(),
                reason,
                since,
                until,
                unverifiedSince,
                waived,
                item.verifiedAt());
    }

    /** What the control says now; a removed resource has nothing to hold. */
    private static Verdict now(StoredItem item, Control control) {
        return item.removedAt() != null
                ? Verdict.NOT_APPLICABLE
                : item.nonPasses().stream()
                        .filter(nonPass -> nonPass.control() == control.number())
                        .findFirst()
                        .map(NonPass::verdict)
                        .orElse(Verdict.PASS);
    }

    private LayerView whose(
            Control control, StoredItem item, ResourceConfiguration configuration, CatalogLookup catalog, Instant now) {
        Owner own = new Owner(Party.CUSTOMER, item.ref().account(), item.accountName(), item.team());
        return catalog.layers(configuration, now, owners, own).stream()
                .filter(layer -> layer.layer().equals(control.layer()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("control %s is on layer %s, which %s does not have"
                        .formatted(control.id(), control.layer(), configuration.resourceType())));
    }

    private static @Nullable ProviderHalfView provider(
            Control control, StoredItem item, CatalogLookup catalog, Instant now) {
        ProviderHalf half = control.provider();
        if (half == null) {
            return null;
        }
        ProviderHalves.Half verdict = ProviderHalves.onFile(catalog.revision().providerEvidence(), item.organization())
                .verdict(half, control.service(), item.ref().region(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        return new ProviderHalfView(half.duty(), verdict.verdict(), verdict.reason(), verdict.evidence());
    }

    private static List<Interval> history(FindingRow row, List<PastFinding> past) {
        List<Interval> intervals = new ArrayList<>();
        if (row.until() == null) {
            intervals.add(new Interval(row.since(), null));
        }
        past.forEach(time -> intervals.add(new Interval(time.since(), time.until())));
        return intervals;
    }
}
