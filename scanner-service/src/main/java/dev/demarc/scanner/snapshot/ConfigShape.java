package dev.demarc.scanner.snapshot;

import dev.demarc.scanner.canonical.Documents;
import dev.demarc.scanner.canonical.Members;
import dev.demarc.scanner.canonical.ShapeForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.User;

/** How AWS Config writes one resource type, and what of it is the canonical form. */
@FunctionalInterface
interface ConfigShape {
    /** A resource's two halves. */
    record Form(
            Map<String, @Nullable Object> configuration, Map<String, @Nullable Object> supplementaryConfiguration) {}

    /** The types that are understood. */
    Map<String, ConfigShape> ALL = Map.of(
            "AWS::S3::Bucket",
            new ConfigBucket(),
            "AWS::EC2::Instance",
            (region, configuration, ignored) ->
                    new Form(ShapeForm.of(Instance.builder().build(), configuration), Map.of()),
            "AWS::EC2::SecurityGroup",
            ConfigShape::securityGroup,
            "AWS::IAM::User",
            ConfigShape::user);

    /** @throws IllegalArgumentException where a member is not what AWS Config writes; the message names it */
    Form form(String region, Map<String, @Nullable Object> configuration, Map<String, @Nullable Object> supplementary);

    static @Nullable ConfigShape of(String type) {
        return ALL.get(type);
    }

    private static Form securityGroup(
            String region, Map<String, @Nullable Object> configuration, Map<String, @Nullable Object> ignored) {
        Map<String, @Nullable Object> renamed = new TreeMap<>(configuration);
        for (String direction : List.of("ipPermissions", "ipPermissionsEgress")) {
            if (renamed.containsKey(direction)) {
                List<@Nullable Object> permissions = new ArrayList<>();
                ConfigJson.list(renamed, direction).forEach(one -> permissions.add(permission(direction, one)));
                renamed.put(direction, permissions);
            }
        }
        return new Form(ShapeForm.of(SecurityGroup.builder().build(), renamed), Map.of());
    }

    /**
     * AWS Config has the ranges as objects in {@code ipv4Ranges}, and once more as text in {@code ipRanges}; it leaves
     * out what a rule has not.
     */
    private static Object permission(String place, @Nullable Object json) {
        Map<String, @Nullable Object> permission = ConfigJson.object(place, json);
        Object ranges = permission.remove("ipv4Ranges");
        if (ranges != null) {
            permission.put("ipRanges", ranges);
        } else if (permission.containsKey("ipRanges")) {
            List<@Nullable Object> objects = new ArrayList<>();
            ConfigJson.list(permission, "ipRanges")
                    .forEach(range -> objects.add(range instanceof String cidr ? Map.of("cidrIp", cidr) : range));
            permission.put("ipRanges", objects);
        }
        return ShapeForm.whole(IpPermission.builder().build(), permission);
    }

    private static Form user(
            String region, Map<String, @Nullable Object> configuration, Map<String, @Nullable Object> ignored) {
        Map<String, @Nullable Object> supplementary = new TreeMap<>();
        if (configuration.containsKey("userPolicyList")) {
            Map<String, @Nullable Object> policies = new TreeMap<>();
            for (Object one : ConfigJson.list(configuration, "userPolicyList")) {
                Map<String, @Nullable Object> policy = ConfigJson.object("userPolicyList", one);
                String text = ConfigJson.text(policy, "policyDocument");
                policies.put(String.valueOf(policy.get("policyName")), text == null ? null : Documents.parse(text));
            }
            supplementary.put("userPolicies", policies);
        }
        if (configuration.containsKey("attachedManagedPolicies")) {
            List<@Nullable Object> attached = new ArrayList<>();
            for (Object one : ConfigJson.list(configuration, "attachedManagedPolicies")) {
                attached.add(ShapeForm.of(
                        AttachedPolicy.builder().build(), ConfigJson.object("attachedManagedPolicies", one)));
            }
            supplementary.put("attachedPolicies", attached);
        }
        if (configuration.containsKey("groupList")) {
            List<@Nullable Object> groups = new ArrayList<>();
            ConfigJson.list(configuration, "groupList").forEach(name -> groups.add(Map.of("groupName", name)));
            supplementary.put("groups", groups);
        }
        Map<String, @Nullable Object> user = ShapeForm.of(User.builder().build(), configuration);
        return new Form(Members.only(user, "userName", "userId", "arn", "path", "createDate"), supplementary);
    }
}
