package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Documents;
import dev.demarc.scanner.canonical.Members;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.EffectivePolicyType;

/** The organisation that an account is of, and what its policy for S3 decides there; both null where there is none. */
record Organization(Joined<Optional<Object>> self, Joined<Optional<Object>> s3Policy) {
    private static final String NOT_IN_USE = "AWSOrganizationsNotInUseException";
    private static final Set<String> NO_POLICY = Set.of(NOT_IN_USE, "EffectivePolicyNotFoundException");

    static Organization of(Reading reading) {
        OrganizationsClient client = reading.aws().client(OrganizationsClient.class, OrganizationsClient::builder);
        Joined<Optional<Object>> self = self(client);
        return new Organization(self, self.value().isEmpty() ? self : s3Policy(client));
    }

    /** Who runs it, without its policies. */
    static Joined<Optional<Object>> self(Reading reading) {
        return self(reading.aws().client(OrganizationsClient.class, OrganizationsClient::builder));
    }

    ItemBuilder addTo(ItemBuilder item) {
        return item.detail("organization", self, () -> self.value().orElse(null))
                .detail("organizationS3Policy", s3Policy, () -> s3Policy.value().orElse(null));
    }

    private static Joined<Optional<Object>> self(OrganizationsClient client) {
        return Joined.read(
                "organizations:DescribeOrganization",
                Optional.empty(),
                Set.of(NOT_IN_USE),
                () -> Optional.of(Members.only(
                        canonical(client.describeOrganization().organization()), "id", "masterAccountId")));
    }

    private static Joined<Optional<Object>> s3Policy(OrganizationsClient client) {
        return Joined.read(
                "organizations:DescribeEffectivePolicy",
                Optional.empty(),
                NO_POLICY,
                () -> Optional.ofNullable(Documents.parse(
                        client.describeEffectivePolicy(request -> request.policyType(EffectivePolicyType.S3_POLICY))
                                .effectivePolicy()
                                .policyContent())));
    }
}
