package dev.demarc.assessment.inventory;

import dev.demarc.assessment.catalog.ApplicableControls;
import dev.demarc.assessment.catalog.JudgingVersion;
import dev.demarc.assessment.responsibility.CatalogLookup;
import dev.demarc.assessment.responsibility.LayerOwners;
import dev.demarc.assessment.verdict.Applicable.Passing;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.api.Owner;
import dev.demarc.contracts.api.ResourceDetail;
import dev.demarc.contracts.api.ResourceView;
import dev.demarc.contracts.api.VerdictView;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.resource.ResourceConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts stored resources into the words of the catalog. */
@ApplicationScoped
class ItemViews {
    private final ApplicableControls applicable;
    private final LayerOwners owners;

    ItemViews(ApplicableControls applicable, LayerOwners owners) {
        this.applicable = applicable;
        this.owners = owners;
    }

    ResourceView view(StoredItem item, CatalogLookup catalog) throws SQLException {
        int applying = passing(item).size();
        int fail = count(item, Verdict.FAIL);
        int unknown = count(item, Verdict.UNKNOWN);
        int notApplicable = count(item, Verdict.NOT_APPLICABLE);
        return new ResourceView(
                item.ref(),
                catalog.serviceOf(item.ref().type()),
                item.team(),
                item.verifiedAt(),
                Math.max(0, applying - fail - unknown - notApplicable),
                fail,
                unknown);
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
                verdicts(item, catalog));
    }

    private List<VerdictView> verdicts(StoredItem item, CatalogLookup catalog) throws SQLException {
        Map<Integer, NonPass> nonPasses =
                item.nonPasses().stream().collect(Collectors.toMap(NonPass::control, Function.identity()));
        return passing(item).stream()
                .map(passing -> catalog.control(passing.control())
                        .map(control -> verdict(item, control, passing, nonPasses.get(passing.control()))))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(VerdictView::severity).thenComparing(VerdictView::control))
                .toList();
    }

    private static VerdictView verdict(StoredItem item, Control control, Passing passing, @Nullable NonPass nonPass) {
        boolean isFinding = nonPass != null && nonPass.isFinding();
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
                isFinding ? item.ref().key() + "." + control.id() : null);
    }

    private List<Passing> passing(StoredItem item) throws SQLException {
        return applicable
                .of(item.judgingVersion(), item.profile(), item.ref().key().scope())
                .controls();
    }

    private static int count(StoredItem item, Verdict verdict) {
        return (int) item.nonPasses().stream()
                .filter(nonPass -> nonPass.verdict() == verdict)
                .count();
    }
}
