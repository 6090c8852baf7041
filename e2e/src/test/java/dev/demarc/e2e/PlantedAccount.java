package dev.demarc.e2e;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.HttpTokensState;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLoggingStatus;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.LoggingEnabled;
import software.amazon.awssdk.services.s3.model.Owner;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.TargetGrant;
import software.amazon.awssdk.services.s3.model.Type;

/**
 * An account with good and bad resources of every type that is scanned, and in each place where AWS lets people put a
 * secret or a person's name a marker that must not leave the scanner.
 */
final class PlantedAccount {
    static final String PUBLIC_BUCKET = "harbour-exports";

    private static final String LOCKED_BUCKET = "harbour-ledger";
    private static final String LOG_BUCKET = "harbour-logs";

    private final List<String> markers = new ArrayList<>();
    private final S3Client s3;
    private final Ec2Client ec2;
    private final IamClient iam;
    private final AccountClient account;
    private final OrganizationsClient organizations;

    private PlantedAccount(Moto moto) {
        s3 = moto.client(S3Client.builder().forcePathStyle(true));
        ec2 = moto.client(Ec2Client.builder());
        iam = moto.client(IamClient.builder());
        account = moto.client(AccountClient.builder());
        organizations = moto.client(OrganizationsClient.builder());
    }

    /** Makes everything and returns every marker that was planted, none shorter than eight characters. */
    static List<String> in(Moto moto) {
        PlantedAccount planted = new PlantedAccount(moto);
        planted.buckets();
        planted.network();
        planted.users();
        planted.contacts();
        return List.copyOf(planted.markers);
    }

    private String marker(String place) {
        String marker = place + "-" + UUID.randomUUID().toString().replace("-", "");
        markers.add(marker);
        return marker;
    }

    private void buckets() {
        s3.createBucket(request -> request.bucket(PUBLIC_BUCKET));
        s3.putBucketPolicy(request -> request.bucket(PUBLIC_BUCKET).policy("""
                        {"Version": "2012-10-17", "Statement": [
                          {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject",
                           "Resource": "arn:aws:s3:::%1$s/*"},
                          {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::999999999999:root"},
                           "Action": "s3:PutObject", "Resource": "arn:aws:s3:::%1$s/*",
                           "Condition": {
                             "StringEquals": {"sts:ExternalId": "%2$s", "aws:PrincipalTag/mail": ["%3$s"]},
                             "StringLike": {"aws:userid": "%4$s", "aws:Referer": "%5$s"}}}]}
                        """.formatted(
                PUBLIC_BUCKET, marker("external-id"), marker("principal-tag"), marker("userid"), marker("referer"))));
        String id = s3.listBuckets().owner().id();
        s3.putBucketAcl(request -> request.bucket(PUBLIC_BUCKET).accessControlPolicy(policy -> policy.owner(
                        Owner.builder().id(id).displayName(marker("owner-name")).build())
                .grants(Grant.builder()
                        .permission(Permission.FULL_CONTROL)
                        .grantee(grantee ->
                                grantee.type(Type.CANONICAL_USER).id(id).displayName(marker("grantee-name")))
                        .build())));
        s3.putObject(
                request -> request.bucket(PUBLIC_BUCKET).key(marker("object-key")),
                RequestBody.fromString(marker("object-body")));

        s3.createBucket(request -> request.bucket(LOCKED_BUCKET));
        s3.putPublicAccessBlock(request -> request.bucket(LOCKED_BUCKET)
                .publicAccessBlockConfiguration(block -> block.blockPublicAcls(true)
                        .blockPublicPolicy(true)
                        .ignorePublicAcls(true)
                        .restrictPublicBuckets(true)));
        s3.putBucketVersioning(request -> request.bucket(LOCKED_BUCKET)
                .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
        s3.putBucketTagging(request -> request.bucket(LOCKED_BUCKET)
                .tagging(tags -> tags.tagSet(
                        software.amazon.awssdk.services.s3.model.Tag.builder()
                                .key("team")
                                .value("ledger")
                                .build(),
                        software.amazon.awssdk.services.s3.model.Tag.builder()
                                .key("asked-by")
                                .value(marker("bucket-tag"))
                                .build())));
        s3.createBucket(request -> request.bucket(LOG_BUCKET).acl("log-delivery-write"));
        s3.putBucketLogging(request -> request.bucket(LOCKED_BUCKET)
                .bucketLoggingStatus(BucketLoggingStatus.builder()
                        .loggingEnabled(LoggingEnabled.builder()
                                .targetBucket(LOG_BUCKET)
                                .targetPrefix("log/")
                                .targetGrants(TargetGrant.builder()
                                        .permission("READ")
                                        .grantee(grantee -> grantee.type(Type.CANONICAL_USER)
                                                .id(id)
                                                .displayName(marker("log-reader")))
                                        .build())
                                .build())
                        .build()));
    }

    private void network() {
        String open = group("open-admin", "who knows it: password=" + marker("group-description"));
        ec2.authorizeSecurityGroupIngress(request -> request.groupId(open)
                .ipPermissions(IpPermission.builder()
                        .ipProtocol("tcp")
                        .fromPort(22)
                        .toPort(22)
                        .ipRanges(IpRange.builder()
                                .cidrIp("0.0.0.0/0")
                                .description("api_key=" + marker("rule-description"))
                                .build())
                        .build()));
        String closed = group("closed", "nothing comes in");
        String keyName = marker("key-name");
        ec2.createKeyPair(request -> request.keyName(keyName));
        String image = ec2.registerImage(request ->
                        request.name("base").rootDeviceName("/dev/sda1").architecture("x86_64"))
                .imageId();
        String userData = Base64.getEncoder()
                .encodeToString(
                        ("#!/bin/sh\nexport DB_PASSWORD=" + marker("user-data")).getBytes(StandardCharsets.UTF_8));
        markers.add(userData);
        ec2.runInstances(request -> request.imageId(image)
                .minCount(1)
                .maxCount(1)
                .securityGroupIds(open)
                .keyName(keyName)
                .clientToken(marker("token"))
                .userData(userData)
                .metadataOptions(options -> options.httpTokens(HttpTokensState.OPTIONAL))
                .tagSpecifications(tags(
                        tag("Name", "secret=" + marker("name-tag")),
                        tag("project", "secret=" + marker("kept-tag")),
                        tag("mail", marker("mail-tag")))));
        ec2.runInstances(request -> request.imageId(image)
                .minCount(1)
                .maxCount(1)
                .securityGroupIds(closed)
                .metadataOptions(options -> options.httpTokens(HttpTokensState.REQUIRED))
                .tagSpecifications(tags(tag("Name", "quiet"), tag("team", "ledger"))));
    }

    private String group(String name, String description) {
        return ec2.createSecurityGroup(request -> request.groupName(name).description(description))
                .groupId();
    }

    private static TagSpecification tags(Tag... tags) {
        return TagSpecification.builder()
                .resourceType(ResourceType.INSTANCE)
                .tags(tags)
                .build();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private void users() {
        iam.createUser(request -> request.userName("operator"));
        iam.attachUserPolicy(
                request -> request.userName("operator").policyArn("arn:aws:iam::aws:policy/AdministratorAccess"));
        iam.createLoginProfile(request -> request.userName("operator").password(marker("Login-Password")));
        AccessKey key =
                iam.createAccessKey(request -> request.userName("operator")).accessKey();
        markers.add(key.accessKeyId());
        markers.add(key.secretAccessKey());
        iam.uploadSSHPublicKey(
                request -> request.userName("operator").sshPublicKeyBody("ssh-rsa " + marker("ssh-key") + " operator"));

        iam.createUser(request -> request.userName("careful"));
        iam.tagUser(request -> request.userName("careful")
                .tags(software.amazon.awssdk.services.iam.model.Tag.builder()
                        .key("phone")
                        .value(marker("user-tag"))
                        .build()));
        VirtualMFADevice device = iam.createVirtualMFADevice(
                        request -> request.virtualMFADeviceName(marker("mfa-device")))
                .virtualMFADevice();
        markers.add(device.base32StringSeed().asUtf8String());
        iam.enableMFADevice(request -> request.userName("careful")
                .serialNumber(device.serialNumber())
                .authenticationCode1("123456")
                .authenticationCode2("654321"));
    }

    private void contacts() {
        for (AlternateContactType type : List.of(AlternateContactType.SECURITY, AlternateContactType.BILLING)) {
            account.putAlternateContact(request -> request.alternateContactType(type)
                    .name(marker("contact-name"))
                    .title(marker("contact-title"))
                    .emailAddress(marker("contact-mail") + "@example.com")
                    .phoneNumber(marker("contact-phone")));
        }
        organizations.createOrganization(request -> {});
        markers.add(organizations.describeOrganization().organization().masterAccountEmail());
        organizations.createAccount(
                request -> request.accountName("annex").email(marker("root-mail") + "@example.com"));
    }
}
