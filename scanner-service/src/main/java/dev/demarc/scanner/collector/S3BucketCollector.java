package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Documents;
import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.Tag;

/** S3 buckets, listed per region, with every policy and setting that decides who reads them. */
@Singleton
public final class S3BucketCollector implements Collector {
    private static final Set<String> NO_POLICY = Set.of("NoSuchBucketPolicy");
    private static final Set<String> NO_ACCESS_BLOCK = Set.of("NoSuchPublicAccessBlockConfiguration");
    private static final Set<String> NO_ENCRYPTION = Set.of("ServerSideEncryptionConfigurationNotFoundError");
    private static final Set<String> NO_LIFECYCLE = Set.of("NoSuchLifecycleConfiguration");
    private static final Set<String> NO_REPLICATION = Set.of("ReplicationConfigurationNotFoundError");
    private static final Set<String> NO_LOCK = Set.of("ObjectLockConfigurationNotFoundError");
    private static final Set<String> NO_OWNERSHIP = Set.of("OwnershipControlsNotFoundError");
    private static final Set<String> NO_TAGS = Set.of("NoSuchTagSet");

    @Override
    public String type() {
        return "AWS::S3::Bucket";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        Joined<Optional<Object>> account = accountAccessBlock(reading);
        Organization organization = Organization.of(reading);
        reading.each(
                "s3:ListAllMyBuckets",
                () -> reading
                        .aws()
                        .s3()
                        .listBucketsPaginator(
                                request -> request.bucketRegion(reading.scope().region()))
                        .buckets()
                        .stream(),
                bucket -> organization.addTo(item(reading, bucket, account)));
    }

    private static Joined<Optional<Object>> accountAccessBlock(Reading reading) {
        return Joined.read(
                "s3:GetAccountPublicAccessBlock",
                Optional.empty(),
                NO_ACCESS_BLOCK,
                () -> Optional.of(canonical(reading.aws()
                        .s3control()
                        .getPublicAccessBlock(
                                request -> request.accountId(reading.scope().account()))
                        .publicAccessBlockConfiguration())));
    }

    private static ItemBuilder item(Reading reading, Bucket bucket, Joined<Optional<Object>> account) {
        S3Client s3 = reading.aws().s3();
        String name = bucket.name();
        return reading.item(name)
                .arn("arn:%s:s3:::%s".formatted(reading.aws().partition(), name))
                .name(name)
                .configuration(configuration(bucket, reading.scope().region()))
                .tags("s3:GetBucketTagging", NO_TAGS, Tag::key, Tag::value, () -> s3.getBucketTagging(
                                request -> request.bucket(name))
                        .tagSet())
                .detail(
                        "bucketPolicy",
                        "s3:GetBucketPolicy",
                        NO_POLICY,
                        () -> Documents.parse(s3.getBucketPolicy(request -> request.bucket(name))
                                .policy()))
                .detail(
                        "publicAccessBlockConfiguration",
                        "s3:GetBucketPublicAccessBlock",
                        NO_ACCESS_BLOCK,
                        () -> canonical(s3.getPublicAccessBlock(request -> request.bucket(name))
                                .publicAccessBlockConfiguration()))
                .detail("accountPublicAccessBlockConfiguration", account, () -> account.value()
                        .orElse(null))
                .detail(
                        "bucketAcl",
                        "s3:GetBucketAcl",
                        () -> Members.only(
                                canonical(s3.getBucketAcl(request -> request.bucket(name))), "owner", "grants"))
                .detail(
                        "serverSideEncryptionConfiguration",
                        "s3:GetEncryptionConfiguration",
                        NO_ENCRYPTION,
                        () -> canonical(s3.getBucketEncryption(request -> request.bucket(name))
                                .serverSideEncryptionConfiguration()))
                .detail(
                        "bucketVersioning",
                        "s3:GetBucketVersioning",
                        () -> canonical(s3.getBucketVersioning(request -> request.bucket(name))))
                .detail(
                        "bucketLogging",
                        "s3:GetBucketLogging",
                        () -> canonical(s3.getBucketLogging(request -> request.bucket(name))))
                .detail(
                        "bucketLifecycleConfiguration",
                        "s3:GetLifecycleConfiguration",
                        NO_LIFECYCLE,
                        () -> Members.only(
                                canonical(s3.getBucketLifecycleConfiguration(request -> request.bucket(name))),
                                "rules"))
                .detail(
                        "replicationConfiguration",
                        "s3:GetReplicationConfiguration",
                        NO_REPLICATION,
                        () -> canonical(s3.getBucketReplication(request -> request.bucket(name))
                                .replicationConfiguration()))
                .detail(
                        "objectLockConfiguration",
                        "s3:GetBucketObjectLockConfiguration",
                        NO_LOCK,
                        () -> canonical(s3.getObjectLockConfiguration(request -> request.bucket(name))
                                .objectLockConfiguration()))
                .detail(
                        "ownershipControls",
                        "s3:GetBucketOwnershipControls",
                        NO_OWNERSHIP,
                        () -> canonical(s3.getBucketOwnershipControls(request -> request.bucket(name))
                                .ownershipControls()));
    }

    /** Its region is the one that was asked for; endpoints that filter by it need not repeat it. */
    private static Map<String, @Nullable Object> configuration(Bucket bucket, String region) {
        Map<String, @Nullable Object> configuration = Members.only(canonical(bucket), "name", "creationDate");
        configuration.put("bucketRegion", region);
        return configuration;
    }
}
