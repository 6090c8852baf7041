package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Documents;
import dev.demarc.scanner.canonical.Members;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.RoleDetail;

/** What the roles that a service assumes may do; read once a scope, when first asked for. */
final class RolePolicies {
    private static final String PERMISSION = "iam:GetAccountAuthorizationDetails";

    private final IamClient iam;
    private final String principal;
    private @Nullable Joined<Map<String, Map<String, @Nullable Object>>> read;

    /** @param principal the service that the roles trust, such as {@code lambda.amazonaws.com} */
    RolePolicies(IamClient iam, String principal) {
        this.iam = iam;
        this.principal = principal;
    }

    /** By the role's ARN: its name, path and policies. */
    synchronized Joined<Map<String, Map<String, @Nullable Object>>> byArn() {
        if (read == null) {
            read = Joined.read(PERMISSION, Map.of(), Set.of(), this::roles);
        }
        return read;
    }

    private Map<String, Map<String, @Nullable Object>> roles() {
        List<RoleDetail> roles = new ArrayList<>();
        OwnPolicies own = new OwnPolicies();
        iam.getAccountAuthorizationDetailsPaginator(
                        request -> request.filter(EntityType.ROLE, EntityType.LOCAL_MANAGED_POLICY))
                .forEach(page -> {
                    page.roleDetailList().stream()
                            .filter(role -> role.assumeRolePolicyDocument().contains(principal))
                            .forEach(roles::add);
                    own.add(page.policies());
                });
        Map<String, Map<String, @Nullable Object>> byArn = new HashMap<>();
        roles.forEach(role -> byArn.put(role.arn(), role(role, own)));
        return byArn;
    }

    private static Map<String, @Nullable Object> role(RoleDetail detail, OwnPolicies own) {
        Map<String, @Nullable Object> role = Members.only(canonical(detail), "roleName", "path");
        role.put("attachedPolicies", own.attached(detail.attachedManagedPolicies()));
        Map<String, @Nullable Object> inline = new TreeMap<>();
        detail.rolePolicyList()
                .forEach(policy -> inline.put(policy.policyName(), Documents.parse(policy.policyDocument())));
        role.put("rolePolicies", inline);
        return role;
    }
}
