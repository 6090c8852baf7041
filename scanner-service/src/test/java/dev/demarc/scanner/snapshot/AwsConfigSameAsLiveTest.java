package dev.demarc.scanner.snapshot;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.scanner.aws.AwsClients;
import dev.demarc.scanner.aws.EmulatedAws;
import dev.demarc.scanner.aws.Moto;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** For each type: what AWS Config writes of a resource, beside what the collector reads of the same resource. */
class AwsConfigSameAsLiveTest {
    private static final String REGION = "eu-central-1";
    private static final String POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}]}";

    @RegisterExtension
    private final EmulatedAws emulated = new EmulatedAws();

    private final AwsClients aws = emulated.clients(REGION);
    private final AwsConfigBesideLive beside;

    AwsConfigSameAsLiveTest(@TempDir Path folder) {
        beside = new AwsConfigBesideLive(emulated.moto(), folder);
    }

    @Test
    void bucketWithAllItsSettings() throws IOException {
        createBucket("shop-data");
        aws.s3().putBucketPolicy(request -> request.bucket("shop-data").policy(POLICY));
        aws.s3().putBucketTagging(request -> request.bucket("shop-data")
                .tagging(tags -> tags.tagSet(software.amazon.awssdk.services.s3.model.Tag.builder()
                        .key("team")
                        .value("shop")
                        .build())));
        aws.s3().putBucketVersioning(request -> request.bucket("shop-data")
                .versioningConfiguration(versions -> versions.status(BucketVersioningStatus.ENABLED)));
        aws.s3().putPublicAccessBlock(request -> request.bucket("shop-data")
                .publicAccessBlockConfiguration(block -> block.blockPublicAcls(true)
                        .ignorePublicAcls(true)
                        .blockPublicPolicy(false)
                        .restrictPublicBuckets(false)));
        aws.s3().putBucketEncryption(request -> request.bucket("shop-data")
                .serverSideEncryptionConfiguration(encryption -> encryption.rules(ServerSideEncryptionRule.builder()
                        .bucketKeyEnabled(false)
                        .applyServerSideEncryptionByDefault(key -> key.sseAlgorithm(ServerSideEncryption.AES256))
                        .build())));
        aws.s3().putBucketLifecycleConfiguration(request -> request.bucket("shop-data")
                .lifecycleConfiguration(lifecycle -> lifecycle.rules(LifecycleRule.builder()
                        .id("old")
                        .status(ExpirationStatus.ENABLED)
                        .filter(filter -> filter.prefix("logs/"))
                        .expiration(expiration -> expiration.days(30))
                        .noncurrentVersionExpiration(old -> old.noncurrentDays(7))
                        .build())));
        ResourceConfiguration live = beside.live(REGION, "AWS::S3::Bucket", "shop-data");

        beside.mustGiveTheSame(
                live,
                Map.of("tags", Map.of()),
                Map.of(
                        "name",
                        "shop-data",
                        "creationDate",
                        AwsConfigBesideLive.ofConfig(live.configuration().get("creationDate"))),
                Map.of(
                        "AccessControlList", twice(aclOfConfig(ownerOf(live))),
                        "BucketPolicy", Map.of("policyText", POLICY),
                        "BucketLoggingConfiguration", "{\"destinationBucketName\":null,\"logFilePrefix\":null}",
                        "BucketTaggingConfiguration", "{\"tagSets\":[{\"tags\":{\"team\":\"shop\"}}]}",
                        "BucketVersioningConfiguration", "{\"status\":\"Enabled\",\"isMfaDeleteEnabled\":null}",
                        "PublicAccessBlockConfiguration",
                                "{\"blockPublicAcls\":true,\"ignorePublicAcls\":true,\"blockPublicPolicy\":false,\"restrictPublicBuckets\":false}",
                        "ServerSideEncryptionConfiguration",
                                "{\"rules\":[{\"applyServerSideEncryptionByDefault\":{\"sseAlgorithm\":\"AES256\",\"kmsMasterKeyID\":null},\"bucketKeyEnabled\":false}]}",
                        "BucketLifecycleConfiguration",
                                "{\"rules\":[{\"id\":\"old\",\"prefix\":null,\"status\":\"Enabled\",\"filter\":{\"predicate\":{\"type\":\"LifecyclePrefixPredicate\",\"prefix\":\"logs/\"}},\"transitions\":null,\"noncurrentVersionTransitions\":null,\"expirationInDays\":30,\"expirationDate\":null,\"noncurrentVersionExpirationInDays\":7,\"expiredObjectDeleteMarker\":false,\"abortIncompleteMultipartUpload\":null}]}"),
                "supplementaryConfiguration.accountPublicAccessBlockConfiguration",
                "supplementaryConfiguration.organization",
                "supplementaryConfiguration.organizationS3Policy",
                "supplementaryConfiguration.ownershipControls",
                "supplementaryConfiguration.serverSideEncryptionConfiguration.rules.blockedEncryptionTypes",
                "supplementaryConfiguration.bucketLifecycleConfiguration.rules.noncurrentVersionExpiration.newerNoncurrentVersions");
    }

    @Test
    void bucketOnWhichNothingIsSet() throws IOException {
        createBucket("plain");
        ResourceConfiguration live = beside.live(REGION, "AWS::S3::Bucket", "plain");

        beside.mustGiveTheSame(
                live,
                Map.of("tags", Map.of()),
                Map.of(
                        "name",
                        "plain",
                        "creationDate",
                        AwsConfigBesideLive.ofConfig(live.configuration().get("creationDate"))),
                Map.of(
                        "AccessControlList", twice(aclOfConfig(ownerOf(live))),
                        "BucketPolicy", "{\"policyText\":null}",
                        "BucketLoggingConfiguration", "{\"destinationBucketName\":null,\"logFilePrefix\":null}",
                        "BucketVersioningConfiguration", "{\"status\":\"Off\",\"isMfaDeleteEnabled\":null}"),
                "supplementaryConfiguration.accountPublicAccessBlockConfiguration",
                "supplementaryConfiguration.organization",
                "supplementaryConfiguration.organizationS3Policy",
                "supplementaryConfiguration.ownershipControls",
                "supplementaryConfiguration.serverSideEncryptionConfiguration");
    }

    @Test
    void securityGroupWithRulesFromRangesAndGroups() throws IOException {
        String vpc = aws.ec2()
                .createVpc(request -> request.cidrBlock("10.0.0.0/16"))
                .vpc()
                .vpcId();
        String group = aws.ec2()
                .createSecurityGroup(
                        request -> request.groupName("web").description("front").vpcId(vpc))
                .groupId();
        aws.ec2().authorizeSecurityGroupIngress(request -> request.groupId(group)
                .ipPermissions(
                        IpPermission.builder()
                                .ipProtocol("tcp")
                                .fromPort(22)
                                .toPort(22)
                                .ipRanges(
                                        IpRange.builder()
                                                .cidrIp("0.0.0.0/0")
                                                .description("all")
                                                .build(),
                                        IpRange.builder().cidrIp("10.0.0.0/8").build())
                                .build(),
                        IpPermission.builder()
                                .ipProtocol("-1")
                                .userIdGroupPairs(
                                        UserIdGroupPair.builder().groupId(group).build())
                                .build()));
        ResourceConfiguration live = beside.live(REGION, "AWS::EC2::SecurityGroup", group);

        beside.mustGiveTheSame(
                live,
                Map.of("tags", Map.of()),
                Json.read(
                        bytes(
                                "{\"description\":\"front\",\"groupName\":\"web\",\"groupId\":\"%1$s\",\"ownerId\":\"%2$s\",\"vpcId\":\"%3$s\",\"tags\":[],\"ipPermissions\":[{\"ipProtocol\":\"-1\",\"ipv6Ranges\":[],\"prefixListIds\":[],\"userIdGroupPairs\":[{\"groupId\":\"%1$s\",\"userId\":\"%2$s\"}],\"ipv4Ranges\":[],\"ipRanges\":[]},{\"fromPort\":22,\"toPort\":22,\"ipProtocol\":\"tcp\",\"ipv6Ranges\":[],\"prefixListIds\":[],\"userIdGroupPairs\":[],\"ipv4Ranges\":[{\"cidrIp\":\"10.0.0.0/8\"},{\"cidrIp\":\"0.0.0.0/0\",\"description\":\"all\"}],\"ipRanges\":[\"10.0.0.0/8\",\"0.0.0.0/0\"]}],\"ipPermissionsEgress\":[{\"ipProtocol\":\"-1\",\"ipv6Ranges\":[],\"prefixListIds\":[],\"userIdGroupPairs\":[],\"ipv4Ranges\":[{\"cidrIp\":\"0.0.0.0/0\"}],\"ipRanges\":[\"0.0.0.0/0\"]}]}"
                                        .formatted(group, Moto.ACCOUNT, vpc)),
                        Map.class),
                Map.of(),
                "configuration.securityGroupArn",
                "supplementaryConfiguration.inUse",
                "supplementaryConfiguration.prefixListOwners",
                "supplementaryConfiguration.prefixLists");
    }

    @Test
    void instanceWrittenAsText() throws IOException {
        String image = aws.ec2()
                .registerImage(request ->
                        request.name("image").rootDeviceName("/dev/sda1").architecture("x86_64"))
                .imageId();
        String id = aws.ec2()
                .runInstances(request -> request.imageId(image)
                        .minCount(1)
                        .maxCount(1)
                        .tagSpecifications(TagSpecification.builder()
                                .resourceType(ResourceType.INSTANCE)
                                .tags(Tag.builder().key("Name").value("ledger").build())
                                .build()))
                .instances()
                .get(0)
                .instanceId();
        ResourceConfiguration live = beside.live(REGION, "AWS::EC2::Instance", id);
        Map<String, Object> configuration = AwsConfigBesideLive.copy(live.configuration());
        configuration.put("launchTime", AwsConfigBesideLive.ofConfig(configuration.get("launchTime")));
        configuration.put("tags", List.of(Map.of("key", "Name", "value", "ledger")));
        configuration.put("clientToken", "");
        configuration.remove("platformDetails");

        beside.mustGiveTheSame(
                live,
                Map.of("configuration", new String(Json.bytes(configuration), StandardCharsets.UTF_8)),
                Map.of(),
                Map.of(),
                "configuration.platformDetails",
                "supplementaryConfiguration.instanceInformation",
                "supplementaryConfiguration.patchState",
                "supplementaryConfiguration.userDataHasSecret");
    }

    @Test
    void userWithPoliciesEncodedForAddresses() throws IOException {
        String id = aws.iam()
                .createUser(request -> request.userName("alice"))
                .user()
                .userId();
        aws.iam()
                .putUserPolicy(
                        request -> request.userName("alice").policyName("own").policyDocument(POLICY));
        aws.iam().createGroup(request -> request.groupName("admins"));
        aws.iam().addUserToGroup(request -> request.userName("alice").groupName("admins"));
        aws.iam().attachUserPolicy(request -> request.userName("alice")
                .policyArn("arn:aws:iam::aws:policy/AdministratorAccess"));
        ResourceConfiguration live = beside.live(Scope.GLOBAL, "AWS::IAM::User", id);

        beside.mustGiveTheSame(
                live,
                Map.of("resourceName", "alice", "tags", Map.of()),
                Map.of(
                        "path", "/",
                        "userName", "alice",
                        "userId", id,
                        "arn", String.valueOf(live.arn()),
                        "createDate",
                                AwsConfigBesideLive.ofConfig(
                                        live.configuration().get("createDate")),
                        "userPolicyList",
                                List.of(Map.of(
                                        "policyName",
                                        "own",
                                        "policyDocument",
                                        URLEncoder.encode(POLICY, StandardCharsets.UTF_8))),
                        "groupList", List.of("admins"),
                        "attachedManagedPolicies",
                                List.of(Map.of(
                                        "policyName", "AdministratorAccess",
                                        "policyArn", "arn:aws:iam::aws:policy/AdministratorAccess"))),
                Map.of(),
                "supplementaryConfiguration.credentialReport",
                "supplementaryConfiguration.accessKeys",
                "supplementaryConfiguration.mfaDevices",
                "supplementaryConfiguration.loginProfile",
                "supplementaryConfiguration.groups.attachedPolicies",
                "supplementaryConfiguration.groups.groupPolicies");
    }

    private void createBucket(String name) {
        aws.s3().createBucket(request -> request.bucket(name)
                .createBucketConfiguration(at -> at.locationConstraint(BucketLocationConstraint.EU_CENTRAL_1)));
    }

    private static String ownerOf(ResourceConfiguration bucket) {
        return Json.MAPPER
                .valueToTree(bucket.supplementaryConfiguration())
                .at("/bucketAcl/owner/id")
                .asText();
    }

    private static String aclOfConfig(String owner) {
        return "{\"grantSet\":null,\"grantList\":[{\"grantee\":{\"id\":\"%1$s\",\"displayName\":null},\"permission\":\"FullControl\"}],\"owner\":{\"displayName\":null,\"id\":\"%1$s\"},\"isRequesterCharged\":false}"
                .formatted(owner);
    }

    private static String twice(String json) {
        return new String(Json.bytes(json), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
