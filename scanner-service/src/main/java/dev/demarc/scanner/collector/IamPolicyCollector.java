package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Documents;
import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/** Policies that the customer wrote, with the version in force; those of AWS are AWS's. */
@Singleton
public final class IamPolicyCollector implements Collector {
    @Override
    public String type() {
        return "AWS::IAM::Policy";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.GLOBAL);
    }

    @Override
    public void read(Reading reading) {
        IamClient iam = reading.aws().iam();
        reading.each(
                "iam:GetAccountAuthorizationDetails",
                () -> iam
                        .getAccountAuthorizationDetailsPaginator(
                                request -> request.filter(EntityType.LOCAL_MANAGED_POLICY))
                        .stream()
                        .flatMap(page -> page.policies().stream()),
                policy -> reading.item(id(policy))
                        .arn(policy.arn())
                        .name(policy.arn().substring(policy.arn().lastIndexOf('/') + 1))
                        .configuration("iam:GetAccountAuthorizationDetails", () -> configuration(policy)));
    }

    /** AWS always gives one; emulators leave it out of this call. */
    private static String id(ManagedPolicyDetail policy) {
        return policy.policyId() == null ? policy.arn() : policy.policyId();
    }

    private static Map<String, @Nullable Object> configuration(ManagedPolicyDetail policy) {
        Map<String, @Nullable Object> form = canonical(policy);
        List<Object> inForce = new ArrayList<>();
        policy.policyVersionList().stream()
                .filter(PolicyVersion::isDefaultVersion)
                .forEach(version -> inForce.add(form(version)));
        form.put("policyVersionList", inForce);
        return form;
    }

    private static Map<String, @Nullable Object> form(PolicyVersion version) {
        Map<String, @Nullable Object> form =
                Members.only(canonical(version), "versionId", "isDefaultVersion", "createDate");
        form.put("document", Documents.parse(version.document()));
        return form;
    }
}
