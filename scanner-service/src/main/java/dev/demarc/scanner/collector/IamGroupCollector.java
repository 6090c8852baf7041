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
import software.amazon.awssdk.services.iam.model.GroupDetail;

/** IAM groups and what they allow, all in one listing. */
@Singleton
public final class IamGroupCollector implements Collector {
    private static final String LIST = "iam:GetAccountAuthorizationDetails";

    @Override
    public String type() {
        return "AWS::IAM::Group";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.GLOBAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of(OwnPolicies.TYPE);
    }

    @Override
    public void read(Reading reading) {
        IamClient iam = reading.aws().iam();
        Joined<OwnPolicies> policies = OwnPolicies.join(iam);
        reading.each(
                LIST,
                () -> iam.getAccountAuthorizationDetailsPaginator(request -> request.filter(EntityType.GROUP)).stream()
                        .flatMap(page -> page.groupDetailList().stream()),
                group -> reading.item(group.groupId())
                        .arn(group.arn())
                        .name(group.groupName())
                        .configuration(LIST, () -> configuration(group))
                        .detail("attachedPolicies", policies, () -> policies.value()
                                .attached(group.attachedManagedPolicies())));
    }

    private static Map<String, @Nullable Object> configuration(GroupDetail group) {
        Map<String, @Nullable Object> form = Members.only(
                canonical(group), "arn", "attachedManagedPolicies", "createDate", "groupId", "groupName", "path");
        List<Object> policies = new ArrayList<>();
        group.groupPolicyList()
                .forEach(policy -> policies.add(Map.of(
                        "policyName",
                        policy.policyName(),
                        "policyDocument",
                        Documents.parse(policy.policyDocument()))));
        form.put("groupPolicyList", policies);
        return form;
    }
}
