package dev.demarc.assessment.inventory;

import dev.demarc.assessment.approved.Statements;
import dev.demarc.assessment.catalog.ApplicableControls;
import dev.demarc.assessment.catalog.JudgingVersion;
import dev.demarc.assessment.inventory.StoredItem.Reading;
import dev.demarc.assessment.responsibility.CatalogLookup;
import dev.demarc.assessment.responsibility.LayerOwners;
import dev.demarc.assessment.verdict.Applicable.Passing;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.api.Owner;
import dev.demarc.contracts.api.ResourceDetail;
import dev.demarc.contracts.api.ResourceView;
import dev.demarc.contracts.api.VerdictView;
import dev.demarc.contracts.api.VerdictView.Verified;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.engine.statement.AccountStatements;
import dev.demarc.engine.statement.ApprovedStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts stored resources into the words of the catalog. */
@ApplicationScoped
class ItemViews {
    private final ApplicableControls applicable;
    private final LayerOwners owners;
    private final Statements statements;

    ItemViews(ApplicableControls applicable, LayerOwners owners, Statements statements) {
        this.applicable = applicable;
        this.owners = owners;
        this.statements = statements;
    }

    ResourceView view(StoredItem item, CatalogLookup catalog) throws SQLException {
        int applying = passing(item).size();
        return new ResourceView(
                item.ref(),
                catalog.serviceOf(item.ref().type()),
                item.team(),
                item.verifiedAt(),
                Math.max(0, applying - item.nonPasses().size()),
                count(item, Verdict.FAIL),
                count(item, Verdict.UNKNOWN),
                (int) item.nonPasses().stream().filter(NonPass::waived).count());
    }

    ResourceDetail detail(StoredItem item, ResourceConfiguration configuration, CatalogLookup catalog, Instant now)
            throws SQLException {
        Owner own = new Owner(Party.CUSTOMER, item.ref().account(), item.accountName(), item.team());
        return new ResourceDetail(
                item.ref(),
                catalog.serviceOf(item.ref().type()),
                own,
                item.verifiedAt(),
                JudgingVersion.of(item.judgingVersion()).revision(),
                configuration,
                catalog.layers(configuration, now, owners, own),
                verdicts(item, catalog, now));
    }

    private List<VerdictView> verdicts(StoredItem item, CatalogLookup catalog, Instant now) throws SQLException {
        ResourceKey key = item.ref().key();
        AccountStatements stated = statements.newest().of(key.scope().account());
        Map<Integer, NonPass> nonPasses =
                item.nonPasses().stream().collect(Collectors.toMap(NonPass::control, Function.identity()));
        return passing(item).stream()
                .map(passing -> catalog.control(passing.control())
                        .map(control -> verdict(
                                item,
                                control,
                                passing,
                                nonPasses.get(passing.control()),
                                (kind, of) -> stated.active(kind, of.id(), key, now))))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(VerdictView::severity).thenComparing(VerdictView::control))
                .toList();
    }

    private static VerdictView verdict(
            StoredItem item,
            Control control,
            Passing passing,
            @Nullable NonPass nonPass,
            BiFunction<StatementKind, Control, Optional<ApprovedStatement>> active) {
        boolean isFinding = nonPass != null && nonPass.isFinding();
        Optional<ApprovedStatement> deciding =
                decidingKind(control, nonPass).flatMap(kind -> active.apply(kind, control));
        return new VerdictView(
                control.id(),
                control.title(),
                control.severity(),
                control.category(),
                nonPass == null ? passing.party() : nonPass.party(),
                control.layer(),
                nonPass == null ? Verdict.PASS : nonPass.verdict(),
                nonPass == null ? null : nonPass.reason(),
                nonPass == null ? null : nonPass.permission(),
                nonPass == null ? item.observedAt() : nonPass.since(),
                isFinding ? item.ref().key() + "." + control.id() : null,
                deciding.map(ApprovedStatement::id).orElse(null),
                deciding.map(ApprovedStatement::kind).orElse(null),
                verified(item, control, deciding));
    }

    private static Verified verified(StoredItem item, Control control, Optional<ApprovedStatement> deciding) {
        if (control.assessment() == Control.Assessment.ATTESTATION) {
            return new Verified(
                    control.assessment(),
                    null,
                    deciding.map(ApprovedStatement::id).orElse(null),
                    deciding.map(ApprovedStatement::from).orElse(null));
        }
        Reading by = item.verifiedBy();
        return new Verified(
                control.assessment(), by == null ? null : by.source(), by == null ? null : by.run(), item.verifiedAt());
    }

    /** What kind of statement could have made the verdict what it is. */
    private static Optional<StatementKind> decidingKind(Control control, @Nullable NonPass nonPass) {
        if (nonPass == null) {
            return control.assessment() == Control.Assessment.ATTESTATION
                    ? Optional.of(StatementKind.ATTESTATION)
                    : Optional.empty();
        }
        if (nonPass.waived()) {
            return Optional.of(StatementKind.WAIVER);
        }
        return nonPass.verdict() == Verdict.NOT_APPLICABLE && nonPass.reason() != null
                ? Optional.of(StatementKind.DECLARATION)
                : Optional.empty();
    }

    private List<Passing> passing(StoredItem item) throws SQLException {
        return applicable
                .of(item.judgingVersion(), item.profile(), item.ref().key().scope())
                .controls();
    }

    private static int count(StoredItem item, Verdict verdict) {
        return (int) item.nonPasses().stream()
                .filter(nonPass -> nonPass.verdict() == verdict && !nonPass.waived())
                .count();
    }
}
