package dev.demarc.scanner.snapshot;

import dev.demarc.scanner.canonical.Documents;
import dev.demarc.scanner.canonical.Members;
import dev.demarc.scanner.canonical.ShapeForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;

/**
 * A bucket as AWS Config writes it: what it has of its settings is in the supplementary configuration, and what is
 * missing there the bucket has not; what AWS Config does not record stays absent.
 */
final class ConfigBucket implements ConfigShape {
    private static final Map<String, String> GROUPS = Map.of(
            "AllUsers", "http://acs.amazonaws.com/groups/global/AllUsers",
            "AuthenticatedUsers", "http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
            "LogDelivery", "http://acs.amazonaws.com/groups/s3/LogDelivery");
    private static final Map<String, String> PERMISSIONS = Map.of(
            "FullControl", "FULL_CONTROL",
            "Read", "READ",
            "Write", "WRITE",
            "ReadAcp", "READ_ACP",
            "WriteAcp", "WRITE_ACP");

    /** What the account has for all its buckets: an item of its own, which the import puts beside each. */
    static final String ACCOUNT_ACCESS_BLOCK = "AWS::S3::AccountPublicAccessBlock";

    private static final Map<String, String> NEVER_OR_UNTOLD = Map.of(
            "accountPublicAccessBlockConfiguration",
            "the file has no item of " + ACCOUNT_ACCESS_BLOCK,
            "bucketAcl",
            DeclaredShape.LEFT_OUT,
            "organization",
            DeclaredShape.NOT_RECORDED,
            "organizationS3Policy",
            DeclaredShape.NOT_RECORDED,
            "ownershipControls",
            DeclaredShape.NOT_RECORDED,
            "serverSideEncryptionConfiguration",
            "AWS Config's item leaves it out; it is older than January 2023, since when every bucket has one");

    @Override
    public Form form(
            String region, Map<String, @Nullable Object> configuration, Map<String, @Nullable Object> supplementary) {
        Map<String, @Nullable Object> form = new TreeMap<>();
        form.put("bucketPolicy", policy(supplementary));
        form.put(
                "publicAccessBlockConfiguration",
                shaped(
                        PublicAccessBlockConfiguration.builder().build(),
                        supplementary,
                        "PublicAccessBlockConfiguration"));
        Object encryption = shaped(
                ServerSideEncryptionConfiguration.builder().build(),
                supplementary,
                "ServerSideEncryptionConfiguration");
        if (encryption != null) {
            form.put("serverSideEncryptionConfiguration", encryption);
        }
        if (supplementary.containsKey(ACCOUNT_ACCESS_BLOCK)) {
            form.put(
                    "accountPublicAccessBlockConfiguration",
                    shaped(PublicAccessBlockConfiguration.builder().build(), supplementary, ACCOUNT_ACCESS_BLOCK));
        }
        Map<String, @Nullable Object> lifecycle = ConfigJson.member(supplementary, "BucketLifecycleConfiguration");
        form.put("bucketLifecycleConfiguration", lifecycle == null ? null : ConfigLifecycle.form(lifecycle));
        form.put(
                "objectLockConfiguration",
                shaped(ObjectLockConfiguration.builder().build(), supplementary, "ObjectLockConfiguration"));
        form.put("replicationConfiguration", replication(supplementary));
        form.put("bucketVersioning", versioning(supplementary));
        form.put("bucketLogging", logging(supplementary));
        Map<String, @Nullable Object> acl = ConfigJson.member(supplementary, "AccessControlList");
        if (acl != null) {
            form.put("bucketAcl", acl(acl));
        }
        Map<String, @Nullable Object> bucket =
                Members.only(ShapeForm.of(Bucket.builder().build(), configuration), "name", "creationDate");
        bucket.put("bucketRegion", region);
        return Form.lacking(bucket, form, NEVER_OR_UNTOLD);
    }

    private static @Nullable Object shaped(SdkPojo shape, Map<String, @Nullable Object> supplementary, String name) {
        Map<String, @Nullable Object> json = ConfigJson.member(supplementary, name);
        return json == null ? null : ShapeForm.of(shape, json);
    }

    private static @Nullable Object policy(Map<String, @Nullable Object> supplementary) {
        Map<String, @Nullable Object> policy = ConfigJson.member(supplementary, "BucketPolicy");
        String text = policy == null ? null : ConfigJson.text(policy, "policyText");
        return text == null ? null : Documents.parse(text);
    }

    /** AWS Config says {@code Off} where the bucket itself says nothing. */
    private static Object versioning(Map<String, @Nullable Object> supplementary) {
        Map<String, @Nullable Object> versioning = ConfigJson.member(supplementary, "BucketVersioningConfiguration");
        String status = versioning == null ? null : ConfigJson.text(versioning, "status");
        String mfaDelete = versioning == null ? null : ConfigJson.text(versioning, "isMfaDeleteEnabled");
        Map<String, @Nullable Object> form = new TreeMap<>();
        form.put("status", "Off".equals(status) ? null : status);
        form.put("mfaDelete", mfaDelete == null ? null : Boolean.parseBoolean(mfaDelete) ? "Enabled" : "Disabled");
        return form;
    }

    private static Object logging(Map<String, @Nullable Object> supplementary) {
        Map<String, @Nullable Object> logging = ConfigJson.member(supplementary, "BucketLoggingConfiguration");
        String target = logging == null ? null : ConfigJson.text(logging, "destinationBucketName");
        Map<String, @Nullable Object> form = new TreeMap<>();
        if (logging == null || target == null) {
            form.put("loggingEnabled", null);
        } else {
            Map<String, @Nullable Object> enabled = new TreeMap<>();
            enabled.put("targetBucket", target);
            enabled.put("targetPrefix", logging.get("logFilePrefix"));
            if (logging.containsKey("targetObjectKeyFormat")) {
                enabled.put("targetObjectKeyFormat", logging.get("targetObjectKeyFormat"));
            }
            form.put("loggingEnabled", enabled);
        }
        return form;
    }

    /** AWS Config has the rules by their id. */
    private static @Nullable Object replication(Map<String, @Nullable Object> supplementary) {
        Map<String, @Nullable Object> replication = ConfigJson.member(supplementary, "BucketReplicationConfiguration");
        if (replication == null) {
            return null;
        }
        List<@Nullable Object> rules = new ArrayList<>();
        Map<String, @Nullable Object> byId = ConfigJson.member(replication, "rules");
        if (byId != null) {
            byId.forEach((id, rule) -> {
                rules.add(replicationRule(id, ConfigJson.object("rules." + id, rule)));
            });
        }
        Map<String, @Nullable Object> form = new TreeMap<>();
        form.put("role", replication.get("roleARN"));
        form.put("rules", rules);
        return form;
    }

    private static Object replicationRule(String id, Map<String, @Nullable Object> rule) {
        Map<String, @Nullable Object> form = new TreeMap<>();
        form.put("id", id);
        form.put("status", rule.get("status"));
        form.put("prefix", rule.get("prefix"));
        form.put("priority", rule.get("priority"));
        Map<String, @Nullable Object> destination = ConfigJson.member(rule, "destinationConfig");
        if (destination != null) {
            Map<String, @Nullable Object> to = Members.only(destination, "account", "storageClass");
            to.put("bucket", destination.get("bucketARN"));
            form.put("destination", to);
        }
        return form;
    }

    private static Object acl(Map<String, @Nullable Object> acl) {
        List<@Nullable Object> grants = new ArrayList<>();
        for (Object one : ConfigJson.list(acl, "grantList")) {
            Map<String, @Nullable Object> grant = ConfigJson.object("grantList", one);
            String permission = String.valueOf(grant.get("permission"));
            Map<String, @Nullable Object> form = new TreeMap<>();
            form.put("grantee", grantee(grant.get("grantee")));
            form.put("permission", PERMISSIONS.getOrDefault(permission, permission.toUpperCase(Locale.ROOT)));
            grants.add(form);
        }
        Map<String, @Nullable Object> owner = ConfigJson.member(acl, "owner");
        Map<String, @Nullable Object> form = new TreeMap<>();
        form.put("owner", owner == null ? null : Members.only(owner, "id"));
        form.put("grants", grants);
        return form;
    }

    private static Object grantee(@Nullable Object grantee) {
        Map<String, @Nullable Object> form = new TreeMap<>();
        boolean group = grantee instanceof String;
        form.put("type", group ? "Group" : "CanonicalUser");
        form.put("uri", group ? GROUPS.getOrDefault(String.valueOf(grantee), String.valueOf(grantee)) : null);
        form.put("id", group ? null : ConfigJson.object("grantee", grantee).get("id"));
        return form;
    }
}
