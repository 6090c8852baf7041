package dev.demarc.scanner.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.scanner.aws.AwsClients;
import dev.demarc.scanner.aws.AwsProxy;
import dev.demarc.scanner.aws.EmulatedAws;
import dev.demarc.scanner.aws.Moto;
import dev.demarc.scanner.scan.LiveScan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.iam.IamClient;

class AccountWatchTest {
    private static final String REGION = "eu-central-1";
    private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:on-call";
    private static final String HOURS = "IF(HOUR(cpu) < 7, cpu, 0)";

    @RegisterExtension
    private final EmulatedAws emulated = new EmulatedAws();

    private final AwsProxy proxy = emulated.proxy();
    private final AwsClients aws = emulated.clients(REGION);

    @Test
    void findsATrailOfAllRegionsFromWhereverItIsAtHome() {
        aws.s3().createBucket(request -> request.bucket("trails")
                .createBucketConfiguration(configuration -> configuration.locationConstraint(REGION)));
        CloudTrailClient trails = aws.client(CloudTrailClient.class, CloudTrailClient::builder);
        String arn = trails.createTrail(request ->
                        request.name("everywhere").s3BucketName("trails").isMultiRegionTrail(true))
                .trailARN();
        trails.createTrail(request -> request.name("here").s3BucketName("trails"));
        trails.startLogging(request -> request.name("everywhere"));

        assertThat(account(Scope.GLOBAL).supplementaryConfiguration().get("multiRegionTrails"))
                .isEqualTo(List.of(Map.of(
                        "homeRegion", REGION, "isLogging", true, "isOrganizationTrail", false, "trailARN", arn)));
    }

    @Test
    void findsTheProviderThatPeopleSignInThrough() {
        IamClient iam = emulated.clients(Scope.GLOBAL).iam();
        String arn = iam.createSAMLProvider(
                        request -> request.name("partners").samlMetadataDocument("<xml/>".repeat(200)))
                .samlProviderArn();

        assertThat(account(Scope.GLOBAL).supplementaryConfiguration())
                .extracting("samlProviders")
                .asString()
                .contains(arn, "validUntil");
    }

    @Test
    void keepsOfLoadAlarmsWhetherTheyKnowTheHour() {
        CloudWatchClient watch = aws.client(CloudWatchClient.class, CloudWatchClient::builder);
        watch.putMetricAlarm(request -> request.alarmName("disk")
                .namespace("AWS/EC2")
                .metricName("DiskReadOps")
                .statistic("Average")
                .period(300)
                .evaluationPeriods(1)
                .threshold(80.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD));
        watch.putMetricAlarm(request -> request.alarmName("night-load")
                .evaluationPeriods(1)
                .threshold(50.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .alarmActions(TOPIC)
                .metrics(
                        MetricDataQuery.builder()
                                .id("cpu")
                                .returnData(false)
                                .metricStat(
                                        stat -> stat.period(300).stat("Average").metric(metric -> metric.namespace(
                                                        "AWS/EC2")
                                                .metricName("CPUUtilization")))
                                .build(),
                        MetricDataQuery.builder()
                                .id("night")
                                .expression(HOURS)
                                .returnData(true)
                                .build()));

        assertThat(account(REGION).supplementaryConfiguration().get("loadAlarms"))
                .isEqualTo(List.of(Map.of(
                        "alarmName",
                        "night-load",
                        "actionsEnabled",
                        true,
                        "alarmActions",
                        List.of(TOPIC),
                        "threshold",
                        50.0,
                        "expressions",
                        List.of(HOURS))));
    }

    @Test
    void seesDetectorsAndWhatWantsABackup() {
        aws.client(GuardDutyClient.class, GuardDutyClient::builder).createDetector(request -> request.enable(true));
        aws.ec2().createVolume(request -> request.availabilityZone("eu-central-1a")
                .size(8));
        proxy.json("AmazonSSM.GetServiceSetting", "{\"ServiceSetting\":{\"SettingValue\":\"Disable\"}}")
                .json(
                        "/analyzer",
                        "{\"analyzers\":[{\"name\":\"outside\",\"type\":\"ACCOUNT\",\"status\":\"ACTIVE\","
                                + "\"arn\":\"arn:aws:access-analyzer:eu-central-1:123456789012:analyzer/outside\"}]}");

        assertThat(account(REGION).supplementaryConfiguration())
                .containsEntry("threatDetectors", List.of(Map.of("status", "ENABLED")))
                .containsEntry("holdsVolumes", true)
                .containsEntry("backupPlanExists", false)
                .containsEntry("documentPublicSharing", "Disable")
                .containsEntry(
                        "accessAnalyzers", List.of(Map.of("name", "outside", "type", "ACCOUNT", "status", "ACTIVE")));
    }

    private ResourceConfiguration account(String region) {
        return LiveScan.at(proxy.endpoint(), new Scope(Moto.ACCOUNT, region, "AWS::::Account"))
                .item(Moto.ACCOUNT);
    }
}
