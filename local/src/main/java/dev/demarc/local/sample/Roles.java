package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** IAM roles, of AWS, of Identity Center and of one's own, and the policies that the customer wrote. */
final class Roles implements Family {
    private static final String ROLE = "AWS::IAM::Role";
    private static final String POLICY = "AWS::IAM::Policy";
    private static final String STRANGER = "000000009999";

    private final SampleAccount account;
    private final Instant now;
    private final Dice dice;

    Roles(SampleAccount account, Instant now) {
        this.account = account;
        this.now = now;
        this.dice = new Dice(account.id() + "/roles", account.quality());
    }

    @Override
    public Set<String> types(String region) {
        return region.equals(Scope.GLOBAL) ? Set.of(ROLE, POLICY) : Set.of();
    }

    @Override
    public List<Item> items(String region, boolean later) {
        if (!region.equals(Scope.GLOBAL)) {
            return List.of();
        }
        List<Item> items = new ArrayList<>(List.of(
                ofService(),
                ofIdentityCenter(),
                program(account.workloads().get(0)),
                program(account.workloads().get(1)),
                supplier(dice.good())));
        items.add(policy("read-" + account.workloads().get(0), "s3:GetObject"));
        items.add(policy("deploy", dice.good() ? "lambda:UpdateFunctionCode" : "iam:PassRole"));
        if (account.equals(SampleAccount.SANDBOX)) {
            items.add(policy("everything", "*"));
            items.add(policy("any-role", "sts:AssumeRole"));
        }
        return List.copyOf(items);
    }

    private Item ofService() {
        return role("/aws-service-role/config.amazonaws.com/", "AWSServiceRoleForConfig")
                .with("assumeRolePolicyDocument", trust("Service", "config.amazonaws.com", null))
                .with("attachedManagedPolicies", List.of(attached("aws-service-role/AWSConfigServiceRolePolicy")));
    }

    private Item ofIdentityCenter() {
        String name = "AWSReservedSSO_ReadOnly_" + dice.hex(16);
        String provider = "arn:aws:iam::%s:saml-provider/AWSSSO_DO_NOT_DELETE".formatted(account.id());
        return role("/aws-reserved/sso.amazonaws.com/eu-central-1/", name)
                .with("assumeRolePolicyDocument", trust("Federated", provider, null))
                .with("attachedManagedPolicies", List.of(attached("ReadOnlyAccess")))
                .beside("organization", AccountFacts.ORGANIZATION);
    }

    private Item program(String workload) {
        return role("/", workload + "-runtime")
                .tag("team", dice.oneIn(7) ? null : account.team())
                .tag("workload", workload)
                .with("assumeRolePolicyDocument", trust("Service", "lambda.amazonaws.com", null))
                .with(
                        "attachedManagedPolicies",
                        List.of(attached(dice.good() ? "ReadOnlyAccess" : "AdministratorAccess")))
                .with("roleLastUsed", lastUsed(dice.good() ? 2 : 300));
    }

    /** A supplier works here from its own account. */
    private Item supplier(boolean externalId) {
        return role("/", "cost-advisor")
                .tag("team", account.team())
                .with(
                        "assumeRolePolicyDocument",
                        trust("AWS", "arn:aws:iam::%s:root".formatted(STRANGER), externalId ? "masked" : null))
                .with("attachedManagedPolicies", List.of(attached("job-function/ViewOnlyAccess")))
                .with("roleLastUsed", lastUsed(1));
    }

    private Item role(String path, String name) {
        String id = "AROASAMPLE" + dice.hex(11).toUpperCase(Locale.ROOT);
        String arn = "arn:aws:iam::%s:role%s%s".formatted(account.id(), path, name);
        return new Item(new Scope(account.id(), Scope.GLOBAL, ROLE), id, arn)
                .tag("Name", name)
                .with("path", path)
                .with("roleName", name)
                .with("roleId", id)
                .with("arn", arn)
                .with("createDate", daysAgo(dice.between(200, 1200)))
                .with("rolePolicyList", List.of())
                .with("permissionsBoundary", null)
                .with("roleLastUsed", lastUsed(5));
    }

    private Item policy(String name, String action) {
        String id = "ANPASAMPLE" + dice.hex(11).toUpperCase(Locale.ROOT);
        String arn = "arn:aws:iam::%s:policy/%s".formatted(account.id(), name);
        return new Item(new Scope(account.id(), Scope.GLOBAL, POLICY), id, arn)
                .tag("Name", name)
                .with("policyName", name)
                .with("policyId", id)
                .with("arn", arn)
                .with("path", "/")
                .with("defaultVersionId", "v1")
                .with("attachmentCount", 1L)
                .with("createDate", daysAgo(dice.between(30, 900)))
                .with(
                        "policyVersionList",
                        List.of(Map.of(
                                "versionId",
                                "v1",
                                "isDefaultVersion",
                                true,
                                "document",
                                document(Map.of("Effect", "Allow", "Action", action, "Resource", "*")))));
    }

    private static Map<String, String> attached(String policy) {
        return Map.of(
                "policyName",
                policy.substring(policy.lastIndexOf('/') + 1),
                "policyArn",
                "arn:aws:iam::aws:policy/" + policy);
    }

    private static Map<String, Object> trust(String kind, String principal, @Nullable String externalId) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Effect", "Allow");
        statement.put("Principal", Map.of(kind, principal));
        statement.put("Action", "sts:AssumeRole");
        if (externalId != null) {
            statement.put("Condition", Map.of("StringEquals", Map.of("sts:ExternalId", externalId)));
        }
        return document(statement);
    }

    private static Map<String, Object> document(Map<String, Object> statement) {
        return Map.of("Version", "2012-10-17", "Statement", List.of(statement));
    }

    private Map<String, @Nullable Object> lastUsed(int days) {
        Map<String, @Nullable Object> used = new LinkedHashMap<>();
        used.put("lastUsedDate", daysAgo(days));
        return used;
    }

    private String daysAgo(int days) {
        return now.minus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS).toString();
    }
}
