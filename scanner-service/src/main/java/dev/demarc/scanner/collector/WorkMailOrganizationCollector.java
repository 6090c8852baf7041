package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.workmail.WorkMailClient;
import software.amazon.awssdk.services.workmail.model.OrganizationSummary;
import software.amazon.awssdk.services.workmail.model.Tag;

/** Organisations of WorkMail with how their people sign in and from where; who these people are stays behind. */
@Singleton
public final class WorkMailOrganizationCollector implements Collector {
    private static final Set<String> NO_IDENTITY_PROVIDER = Set.of("ResourceNotFoundException");

    @Override
    public String type() {
        return "AWS::WorkMail::Organization";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        if (!reading.isOffered(WorkMailClient.serviceMetadata())) {
            return;
        }
        WorkMailClient mail = reading.aws().client(WorkMailClient.class, WorkMailClient::builder);
        reading.each(
                "workmail:ListOrganizations",
                () -> mail.listOrganizationsPaginator().stream().flatMap(page -> page.organizationSummaries().stream()),
                organization -> "Deleted".equals(organization.state()) ? null : item(reading, mail, organization));
    }

    private static ItemBuilder item(Reading reading, WorkMailClient mail, OrganizationSummary organization) {
        String id = organization.organizationId();
        String arn = reading.arn("workmail", "organization/" + id);
        return reading.item(id)
                .arn(arn)
                .name(organization.alias())
                .configuration(
                        Members.only(canonical(organization), "alias", "defaultMailDomain", "organizationId", "state"))
                .tags("workmail:ListTagsForResource", Set.of(), Tag::key, Tag::value, () -> mail.listTagsForResource(
                                request -> request.resourceARN(arn))
                        .tags())
                .detail(
                        "identityProvider",
                        "workmail:DescribeIdentityProviderConfiguration",
                        NO_IDENTITY_PROVIDER,
                        () -> identityProvider(mail, id))
                .detail(
                        "accessControlRules",
                        "workmail:ListAccessControlRules",
                        () -> mail.listAccessControlRules(request -> request.organizationId(id)).rules().stream()
                                .map(rule -> Members.only(
                                        canonical(rule),
                                        "actions",
                                        "effect",
                                        "ipRanges",
                                        "name",
                                        "notActions",
                                        "notIpRanges"))
                                .toList());
    }

    private static Map<String, @Nullable Object> identityProvider(WorkMailClient mail, String id) {
        return Members.only(
                canonical(mail.describeIdentityProviderConfiguration(request -> request.organizationId(id))),
                "authenticationMode",
                "personalAccessTokenConfiguration");
    }
}
