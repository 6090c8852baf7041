package dev.demarc.scanner.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Unread;
import dev.demarc.scanner.aws.AwsClients;
import dev.demarc.scanner.aws.AwsProxy;
import dev.demarc.scanner.aws.EmulatedAws;
import dev.demarc.scanner.aws.Moto;
import dev.demarc.scanner.scan.LiveScan;
import dev.demarc.scanner.scan.Recorded;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.Tag;

class KeysAndTrailsCollectorsTest {
    private static final String REGION = "eu-central-1";
    private static final Scope KEYS = scope("AWS::KMS::Key");
    private static final Scope TRAILS = scope("AWS::CloudTrail::Trail");
    private static final Scope ALARMS = scope("AWS::CloudWatch::Alarm");
    private static final Scope RECORDERS = scope("AWS::Config::ConfigurationRecorder");
    private static final String LOG_GROUP = "arn:aws:logs:%s:%s:log-group:trails:*";
    private static final String ROOT_USE = "{ $.userIdentity.type = \"Root\" }";
    private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:alarms";

    @RegisterExtension
    private final EmulatedAws emulated = new EmulatedAws();

    private final AwsProxy proxy = emulated.proxy();
    private final AwsClients aws = emulated.clients(REGION);
    private final KmsClient kms = aws.client(KmsClient.class, KmsClient::builder);
    private final CloudTrailClient trails = aws.client(CloudTrailClient.class, CloudTrailClient::builder);

    @Test
    void readsAKeyWithItsPolicyItsRotationAndItsNames() {
        String id = kms.createKey(request -> request.tags(
                        Tag.builder().tagKey("team").tagValue("payments").build()))
                .keyMetadata()
                .keyId();
        kms.enableKeyRotation(request -> request.keyId(id));
        kms.createAlias(request -> request.targetKeyId(id).aliasName("alias/cards"));

        ResourceConfiguration key = LiveScan.at(proxy.endpoint(), KEYS).item(id);

        assertThat(key.unread()).isEmpty();
        assertThat(key.resourceName()).isEqualTo("alias/cards");
        assertThat(key.tags()).containsEntry("team", "payments");
        assertThat(key.configuration())
                .containsEntry("keyManager", "CUSTOMER")
                .containsEntry("origin", "AWS_KMS")
                .containsEntry("keyState", "Enabled")
                .containsEntry("keySpec", "SYMMETRIC_DEFAULT");
        assertThat(key.supplementaryConfiguration())
                .containsEntry("aliases", List.of("alias/cards"))
                .extracting("keyRotationStatus.keyRotationEnabled", "keyPolicy.Version")
                .containsExactly(true, "2012-10-17");
    }

    @Test
    void saysThatAnAsymmetricKeyCannotRotate() {
        String id = kms.createKey(request -> request.keySpec(KeySpec.RSA_2048).keyUsage(KeyUsageType.SIGN_VERIFY))
                .keyMetadata()
                .keyId();
        proxy.jsonFault("TrentService.GetKeyRotationStatus", 400, "UnsupportedOperationException");

        ResourceConfiguration key = LiveScan.at(proxy.endpoint(), KEYS).item(id);

        assertThat(key.unread()).isEmpty();
        assertThat(key.supplementaryConfiguration()).containsEntry("keyRotationStatus", null);
    }

    @Test
    void listsAKeyThatItsPolicyHides() {
        String id = kms.createKey().keyMetadata().keyId();
        proxy.jsonFault("TrentService.DescribeKey", 400, "AccessDeniedException");

        ResourceConfiguration key = LiveScan.at(proxy.endpoint(), KEYS).item(id);

        assertThat(key.configuration()).isEmpty();
        assertThat(key.unread()).contains(new Unread("configuration", "access denied", "kms:DescribeKey"));
    }

    @Test
    void joinsATrailWithTheFiltersAndAlarmsOfItsLogGroup() {
        String arn = trail("everywhere", LOG_GROUP.formatted(REGION, Moto.ACCOUNT));
        alarmOnRootUse();

        ResourceConfiguration trail = LiveScan.at(proxy.endpoint(), TRAILS).item(arn);

        assertThat(trail.unread()).isEmpty();
        assertThat(trail.configuration())
                .containsEntry("name", "everywhere")
                .containsEntry("isMultiRegionTrail", true)
                .containsEntry("kmsKeyId", null);
        assertThat(trail.supplementaryConfiguration())
                .extracting("trailStatus.isLogging")
                .isEqualTo(true);
        assertThat(trail.supplementaryConfiguration().get("metricFilters"))
                .isEqualTo(List.of(Map.of(
                        "filterName",
                        "root",
                        "filterPattern",
                        ROOT_USE,
                        "alarms",
                        List.of(Map.of(
                                "alarmName", "root-used", "actionsEnabled", true, "alarmActions", List.of(TOPIC))))));
    }

    @Test
    void readsATrailOnlyInItsHomeRegion() {
        trail("everywhere", null);

        Recorded elsewhere =
                LiveScan.at(proxy.endpoint(), new Scope(Moto.ACCOUNT, "eu-west-1", "AWS::CloudTrail::Trail"));

        assertThat(elsewhere.items()).isEmpty();
        assertThat(elsewhere.end().outcome()).isEqualTo(Outcome.COMPLETE);
    }

    @Test
    void tellsATrailWithoutLogGroupFromOneWhoseLogGroupIsElsewhere() {
        String without = trail("without", null);
        String elsewhere = trail("elsewhere", LOG_GROUP.formatted(REGION, "444455556666"));

        Recorded recorded = LiveScan.at(proxy.endpoint(), TRAILS);

        assertThat(recorded.item(without).supplementaryConfiguration()).containsEntry("metricFilters", null);
        assertThat(recorded.item(elsewhere).unread())
                .containsExactly(new Unread(
                        "supplementaryConfiguration.metricFilters",
                        "the log group lies in account 444455556666",
                        null));
    }

    @Test
    void readsAlarmsWithoutTheStateThatTheyAreIn() {
        alarmOnRootUse();

        ResourceConfiguration alarm = LiveScan.at(proxy.endpoint(), ALARMS).item("root-used");

        assertThat(alarm.configuration())
                .containsEntry("alarmActions", List.of(TOPIC))
                .containsEntry("metricName", "RootUse")
                .containsEntry("alarmRule", null)
                .doesNotContainKey("stateValue");
    }

    @Test
    void joinsARecorderWithItsStatusAndWhereItDelivers() {
        ConfigClient config = aws.client(ConfigClient.class, ConfigClient::builder);
        config.putConfigurationRecorder(request -> request.configurationRecorder(recorder -> recorder.name("default")
                .roleARN("arn:aws:iam::123456789012:role/config")
                .recordingGroup(group -> group.allSupported(true).includeGlobalResourceTypes(true))));
        config.putDeliveryChannel(request ->
                request.deliveryChannel(channel -> channel.name("default").s3BucketName("history")));
        config.startConfigurationRecorder(request -> request.configurationRecorderName("default"));

        ResourceConfiguration recorder =
                LiveScan.at(proxy.endpoint(), RECORDERS).item("default");

        assertThat(recorder.configuration())
                .extracting("recordingGroup.allSupported")
                .isEqualTo(true);
        assertThat(recorder.supplementaryConfiguration())
                .extracting("recorderStatus.recording")
                .isEqualTo(true);
        assertThat(recorder.supplementaryConfiguration().get("deliveryChannels"))
                .asInstanceOf(LIST)
                .hasSize(1);
    }

    private String trail(String name, @Nullable String logGroup) {
        String bucket = "logs-of-" + name;
        aws.s3().createBucket(request -> request.bucket(bucket)
                .createBucketConfiguration(configuration -> configuration.locationConstraint(REGION)));
        String arn = trails.createTrail(request -> request.name(name)
                        .s3BucketName(bucket)
                        .isMultiRegionTrail(true)
                        .cloudWatchLogsLogGroupArn(logGroup)
                        .cloudWatchLogsRoleArn(logGroup == null ? null : "arn:aws:iam::123456789012:role/trail"))
                .trailARN();
        trails.startLogging(request -> request.name(name));
        return arn;
    }

    private void alarmOnRootUse() {
        CloudWatchLogsClient logs = aws.client(CloudWatchLogsClient.class, CloudWatchLogsClient::builder);
        logs.createLogGroup(request -> request.logGroupName("trails"));
        logs.putMetricFilter(request -> request.logGroupName("trails")
                .filterName("root")
                .filterPattern(ROOT_USE)
                .metricTransformations(MetricTransformation.builder()
                        .metricNamespace("Trail")
                        .metricName("RootUse")
                        .metricValue("1")
                        .build()));
        aws.client(CloudWatchClient.class, CloudWatchClient::builder)
                .putMetricAlarm(request -> request.alarmName("root-used")
                        .namespace("Trail")
                        .metricName("RootUse")
                        .statistic("Sum")
                        .period(300)
                        .evaluationPeriods(1)
                        .threshold(1.0)
                        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                        .alarmActions(TOPIC));
    }

    private static Scope scope(String type) {
        return new Scope(Moto.ACCOUNT, REGION, type);
    }
}
