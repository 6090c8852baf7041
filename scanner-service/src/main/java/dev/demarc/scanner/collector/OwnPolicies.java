package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Documents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/** What the policies say that the customer wrote, for those to whom they are attached. */
final class OwnPolicies {
    /** CloudFormation's name of them. */
    static final String TYPE = "AWS::IAM::ManagedPolicy";

    private static final String PERMISSION = "iam:GetAccountAuthorizationDetails";
    private static final String OF_AWS = ":iam::aws:policy/";

    private final Map<String, String> documents = new HashMap<>();

    /** Read once for all items of a scope. */
    static Joined<OwnPolicies> join(IamClient iam) {
        return Joined.read(PERMISSION, new OwnPolicies(), Set.of(), () -> {
            OwnPolicies own = new OwnPolicies();
            iam.getAccountAuthorizationDetailsPaginator(request -> request.filter(EntityType.LOCAL_MANAGED_POLICY))
                    .forEach(page -> own.add(page.policies()));
            return own;
        });
    }

    void add(List<ManagedPolicyDetail> policies) {
        for (ManagedPolicyDetail policy : policies) {
            policy.policyVersionList().stream()
                    .filter(PolicyVersion::isDefaultVersion)
                    .forEach(version -> documents.put(policy.arn(), version.document()));
        }
    }

    /**
     * Each with its document in force: {@code null} for a policy of AWS, which its name tells all of; none where a policy
     * of the customer's was not among those read.
     */
    List<Map<String, @Nullable Object>> attached(List<AttachedPolicy> policies) {
        return policies.stream().map(this::attached).toList();
    }

    private Map<String, @Nullable Object> attached(AttachedPolicy policy) {
        Map<String, @Nullable Object> attached = canonical(policy);
        String document = documents.get(policy.policyArn());
        if (document != null) {
            attached.put("document", Documents.parse(document));
        } else if (policy.policyArn().contains(OF_AWS)) {
            attached.put("document", null);
        }
        return attached;
    }
}
