package dev.demarc.scanner.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Unread;
import dev.demarc.scanner.aws.EmulatedAws;
import dev.demarc.scanner.aws.Moto;
import dev.demarc.scanner.scan.LiveScan;
import dev.demarc.scanner.scan.Recorded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3control.S3ControlClient;

class S3BucketCollectorTest {
    private static final String TYPE = "AWS::S3::Bucket";
    private static final String POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::open/*\"}]}";

    @RegisterExtension
    private final EmulatedAws emulated = new EmulatedAws();

    private S3Client s3;

    @BeforeEach
    void anEmptyAccount() {
        s3 = emulated.clients("eu-central-1").s3();
    }

    @Test
    void readsABucketWithAllThatDecidesWhoReadsIt() {
        create("open");
        s3.putBucketPolicy(request -> request.bucket("open").policy(POLICY));
        s3.putBucketTagging(request -> request.bucket("open")
                .tagging(tags ->
                        tags.tagSet(Tag.builder().key("team").value("web").build())));

        Recorded recorded = LiveScan.of(emulated.moto(), "eu-central-1", TYPE);

        ResourceConfiguration bucket = recorded.item("open");
        assertThat(bucket.arn()).isEqualTo("arn:aws:s3:::open");
        assertThat(bucket.tags()).containsExactly(Map.entry("team", "web"));
        assertThat(bucket.configuration()).containsEntry("name", "open").containsKey("creationDate");
        assertThat(bucket.supplementaryConfiguration().get("bucketPolicy"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsKeys("Version", "Statement");
        assertThat(bucket.unread()).isEmpty();
    }

    @Test
    void writesNullForWhatAwsSaysIsNotThere() {
        create("plain");

        ResourceConfiguration bucket =
                LiveScan.of(emulated.moto(), "eu-central-1", TYPE).item("plain");

        assertThat(bucket.supplementaryConfiguration())
                .containsEntry("bucketPolicy", null)
                .containsEntry("publicAccessBlockConfiguration", null)
                .containsEntry("accountPublicAccessBlockConfiguration", null)
                .containsEntry("bucketLifecycleConfiguration", null)
                .containsEntry("replicationConfiguration", null)
                .containsEntry("objectLockConfiguration", null)
                .extracting("bucketVersioning", "bucketLogging")
                .extracting(Object::toString)
                .containsExactly("{mfaDelete=null, status=null}", "{loggingEnabled=null}");
    }

    @Test
    void listsOnlyTheBucketsOfItsRegionAndEndsTheRunComplete() {
        create("here");

        Recorded here = LiveScan.of(emulated.moto(), "eu-central-1", TYPE);
        Recorded elsewhere = LiveScan.of(emulated.moto(), "eu-west-1", TYPE);

        assertThat(here.end().outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(here.end().count()).isEqualTo(1);
        assertThat(here.types())
                .isEqualTo(List.of(
                        EventType.SCAN_PROGRESS,
                        EventType.RUN_BEGUN,
                        EventType.RESOURCE_CONFIGURATION,
                        EventType.RUN_PAGE,
                        EventType.RUN_ENDED,
                        EventType.SCAN_PROGRESS));
        assertThat(elsewhere.end().count()).isZero();
    }

    @Test
    void bucketWhosePolicyAloneIsDeniedIsReadButForIt() {
        create("locked");

        emulated.proxy().refuseS3("?policy", 403, "AccessDenied");

        Recorded recorded = LiveScan.at(emulated.proxy().endpoint(), new Scope(Moto.ACCOUNT, "eu-central-1", TYPE));

        assertThat(recorded.end().outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(recorded.item("locked").unread())
                .containsExactly(
                        new Unread("supplementaryConfiguration.bucketPolicy", "access denied", "s3:GetBucketPolicy"));
        assertThat(recorded.item("locked").supplementaryConfiguration())
                .doesNotContainKey("bucketPolicy")
                .containsKey("bucketAcl");
    }

    @Test
    void joinsABucketWithThePolicyOfTheOrganizationThatDecides() {
        create("plain");
        emulated.proxy()
                .json(
                        "DescribeOrganization",
                        "{\"Organization\":{\"Id\":\"o-1\",\"MasterAccountId\":\"999988887777\"}}")
                .json(
                        "DescribeEffectivePolicy",
                        "{\"EffectivePolicy\":{\"PolicyContent\":\"{\\\"s3_attributes\\\":{\\\"public_access_block_configuration\\\":\\\"all\\\"}}\"}}");

        ResourceConfiguration bucket = LiveScan.at(
                        emulated.proxy().endpoint(), new Scope(Moto.ACCOUNT, "eu-central-1", TYPE))
                .item("plain");

        assertThat(bucket.supplementaryConfiguration())
                .containsEntry("organization", Map.of("id", "o-1", "masterAccountId", "999988887777"))
                .containsEntry(
                        "organizationS3Policy",
                        Map.of("s3_attributes", Map.of("public_access_block_configuration", "all")));
    }

    @Test
    void readsAnAccessPointWithItsPolicy() {
        create("plain");
        S3ControlClient control = emulated.clients("eu-central-1").s3control();
        control.createAccessPoint(request -> request.accountId(Moto.ACCOUNT)
                .name("readers")
                .bucket("plain")
                .publicAccessBlockConfiguration(block -> block.blockPublicAcls(true)));
        control.createAccessPoint(
                request -> request.accountId(Moto.ACCOUNT).name("plain").bucket("plain"));
        control.putAccessPointPolicy(
                request -> request.accountId(Moto.ACCOUNT).name("readers").policy(POLICY));

        Recorded recorded = LiveScan.of(emulated.moto(), "eu-central-1", "AWS::S3::AccessPoint");

        assertThat(recorded.item("plain").unread()).isEmpty();
        assertThat(recorded.item("plain").supplementaryConfiguration()).containsEntry("accessPointPolicy", null);
        assertThat(recorded.item("readers").configuration())
                .containsEntry("networkOrigin", "Internet")
                .extracting("publicAccessBlockConfiguration.blockPublicAcls")
                .isEqualTo(true);
        assertThat(recorded.item("readers").supplementaryConfiguration())
                .extracting("accessPointPolicy.Version")
                .isEqualTo("2012-10-17");
    }

    private void create(String name) {
        s3.createBucket(request -> request.bucket(name)
                .createBucketConfiguration(
                        configuration -> configuration.locationConstraint(BucketLocationConstraint.EU_CENTRAL_1)));
    }
}
