package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Documents;
import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.Tag;

/** IAM roles, whom they trust and what they may do, all in one listing. */
@Singleton
public final class IamRoleCollector implements Collector {
    private static final String IDENTITY_CENTER = "/aws-reserved/sso.amazonaws.com/";

    @Override
    public String type() {
        return "AWS::IAM::Role";
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
        Joined<Optional<Object>> organization = Organization.self(reading);
        Joined<OwnPolicies> policies = OwnPolicies.join(iam);
        reading.each(
                "iam:GetAccountAuthorizationDetails",
                () -> iam.getAccountAuthorizationDetailsPaginator(request -> request.filter(EntityType.ROLE)).stream()
                        .flatMap(page -> page.roleDetailList().stream()),
                role -> item(reading, role, organization, policies));
    }

    /** Of a role that Identity Center made it is told whose organisation's that is. */
    private static ItemBuilder item(
            Reading reading, RoleDetail role, Joined<Optional<Object>> organization, Joined<OwnPolicies> policies) {
        ItemBuilder item = reading.item(role.roleId())
                .arn(role.arn())
                .name(role.roleName())
                .configuration("iam:GetAccountAuthorizationDetails", () -> configuration(role))
                .tags(role.tags(), Tag::key, Tag::value)
                .detail("attachedPolicies", policies, () -> policies.value().attached(role.attachedManagedPolicies()));
        return role.path().startsWith(IDENTITY_CENTER)
                ? item.detail(
                        "organization", organization, () -> organization.value().orElse(null))
                : item;
    }

    private static Map<String, @Nullable Object> configuration(RoleDetail role) {
        Map<String, @Nullable Object> form = Members.only(
                canonical(role),
                "path",
                "roleName",
                "roleId",
                "arn",
                "createDate",
                "attachedManagedPolicies",
                "permissionsBoundary",
                "roleLastUsed");
        form.put("assumeRolePolicyDocument", Documents.parse(role.assumeRolePolicyDocument()));
        List<Object> policies = new ArrayList<>();
        role.rolePolicyList()
                .forEach(policy -> policies.add(Map.of(
                        "policyName",
                        policy.policyName(),
                        "policyDocument",
                        Documents.parse(policy.policyDocument()))));
        form.put("rolePolicyList", policies);
        return form;
    }
}
