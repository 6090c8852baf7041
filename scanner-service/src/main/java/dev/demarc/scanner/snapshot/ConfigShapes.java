package dev.demarc.scanner.snapshot;

import dev.demarc.contracts.resource.Unread;
import dev.demarc.scanner.canonical.Documents;
import dev.demarc.scanner.canonical.Members;
import dev.demarc.scanner.canonical.ShapeForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.User;

/** The forms of all types that are understood. */
final class ConfigShapes {
    /** The types whose form no data file can describe. */
    private static final Map<String, ConfigShape> SPECIAL = Map.of(
            "AWS::S3::Bucket",
            new ConfigBucket(),
            "AWS::EC2::SecurityGroup",
            ConfigShapes::securityGroup,
            "AWS::IAM::User",
            ConfigShapes::user,
            "AWS::SSM::AssociationCompliance",
            ConfigMachines::associations,
            "AWS::SSM::ManagedInstanceInventory",
            ConfigMachines::inventory,
            "AWS::SSM::PatchCompliance",
            ConfigMachines::patches);

    private static final Map<String, String> OF_USERS = Map.of(
            "accessKeys", DeclaredShape.NOT_RECORDED,
            "attachedPolicies", DeclaredShape.LEFT_OUT,
            "credentialReport", DeclaredShape.NOT_RECORDED,
            "groups", DeclaredShape.LEFT_OUT,
            "loginProfile", DeclaredShape.NOT_RECORDED,
            "mfaDevices", DeclaredShape.NOT_RECORDED,
            "userPolicies", DeclaredShape.LEFT_OUT);

    private ConfigShapes() {}

    /** Null for a type that is not understood. */
    static @Nullable ConfigShape of(String type) {
        ConfigShape special = SPECIAL.get(type);
        return special == null ? DeclaredShape.of(type) : special;
    }

    private static ConfigShape.Form securityGroup(
            String region, Map<String, @Nullable Object> configuration, Map<String, @Nullable Object> ignored) {
        Map<String, @Nullable Object> renamed = new TreeMap<>(configuration);
        for (String direction : List.of("ipPermissions", "ipPermissionsEgress")) {
            if (renamed.containsKey(direction)) {
                List<@Nullable Object> permissions = new ArrayList<>();
                ConfigJson.list(renamed, direction).forEach(one -> permissions.add(permission(direction, one)));
                renamed.put(direction, permissions);
            }
        }
        ConfigShape.Form form = ConfigShape.Form.without(
                ShapeForm.of(SecurityGroup.builder().build(), renamed),
                Map.of(),
                "inUse",
                "prefixListOwners",
                "prefixLists");
        if (form.configuration().containsKey("securityGroupArn")) {
            return form;
        }
        List<Unread> unread = new ArrayList<>(form.unread());
        unread.add(new Unread("configuration.securityGroupArn", DeclaredShape.NOT_RECORDED, null));
        return new ConfigShape.Form(form.configuration(), form.supplementaryConfiguration(), unread);
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

    private static ConfigShape.Form user(
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
        return ConfigShape.Form.lacking(
                Members.only(user, "userName", "userId", "arn", "path", "createDate"), supplementary, OF_USERS);
    }
}
