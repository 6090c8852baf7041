package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.Set;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ComplianceQueryOperatorType;
import software.amazon.awssdk.services.ssm.model.ComplianceStringFilter;

/** One item a managed instance with associations of State Manager: how many of them hold. */
@Singleton
public final class SsmAssociationComplianceCollector implements Collector {
    private static final ComplianceStringFilter ASSOCIATIONS = ComplianceStringFilter.builder()
            .key("ComplianceType")
            .type(ComplianceQueryOperatorType.EQUAL)
            .values("Association")
            .build();

    @Override
    public String type() {
        return "AWS::SSM::AssociationCompliance";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        SsmClient ssm = reading.aws().ssm();
        ManagedInstances instances = new ManagedInstances(reading);
        reading.each(
                "ssm:ListResourceComplianceSummaries",
                () -> ssm
                        .listResourceComplianceSummariesPaginator(request -> request.filters(ASSOCIATIONS))
                        .resourceComplianceSummaryItems()
                        .stream(),
                summary -> instances
                        .item(summary.resourceId())
                        .configuration(Members.only(
                                canonical(summary),
                                "compliantSummary",
                                "nonCompliantSummary",
                                "overallSeverity",
                                "resourceId",
                                "resourceType",
                                "status")));
    }
}
