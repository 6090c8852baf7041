package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.aws.AwsClients;
import dev.demarc.scanner.canonical.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.iam.model.EntityType;

/** What watches an account, told on the account itself: what is not there at all has no resource of its own. */
final class AccountWatch {
    private static final Set<String> NO_ENTITY = Set.of("NoSuchEntity");
    private static final String DOCUMENT_SHARING = "/ssm/documents/console/public-sharing-permission";
    private static final String LOAD = "CPUUtilization";
    private static final int A_FEW = 5;

    private AccountWatch() {}

    static ItemBuilder everywhere(AwsClients aws, ItemBuilder item) {
        return item.detail(
                        "multiRegionTrails",
                        "cloudtrail:DescribeTrails, cloudtrail:GetTrailStatus",
                        () -> trails(aws.client(CloudTrailClient.class, CloudTrailClient::builder)))
                .detail(
                        "samlProviders",
                        "iam:ListSAMLProviders",
                        () -> aws.iam().listSAMLProviders(request -> {}).samlProviderList().stream()
                                .map(provider -> Members.only(canonical(provider), "arn", "validUntil"))
                                .toList())
                .detail("supportRoleExists", "iam:ListEntitiesForPolicy", NO_ENTITY, () -> hasSupportRole(aws));
    }

    static ItemBuilder inRegion(AwsClients aws, ItemBuilder item) {
        return item.detail(
                        "configurationRecorders",
                        "config:DescribeConfigurationRecorderStatus",
                        () -> recorders(aws.client(ConfigClient.class, ConfigClient::builder)))
                .detail(
                        "accessAnalyzers",
                        "access-analyzer:ListAnalyzers",
                        () -> analyzers(aws.client(AccessAnalyzerClient.class, AccessAnalyzerClient::builder)))
                .detail(
                        "threatDetectors",
                        "guardduty:ListDetectors, guardduty:GetDetector",
                        () -> detectors(aws.client(GuardDutyClient.class, GuardDutyClient::builder)))
                .detail(
                        "backupPlanExists", "backup:ListBackupPlans", () -> aws
                                .client(BackupClient.class, BackupClient::builder)
                                .listBackupPlansPaginator()
                                .backupPlansList()
                                .stream()
                                .findFirst()
                                .isPresent())
                .detail("holdsVolumes", "ec2:DescribeVolumes", () -> !aws.ec2()
                        .describeVolumes(request -> request.maxResults(A_FEW))
                        .volumes()
                        .isEmpty())
                .detail("holdsInstances", "ec2:DescribeInstances", () -> !aws.ec2()
                        .describeInstances(request -> request.maxResults(A_FEW))
                        .reservations()
                        .isEmpty())
                .detail(
                        "loadAlarms",
                        "cloudwatch:DescribeAlarms",
                        () -> loadAlarms(aws.client(CloudWatchClient.class, CloudWatchClient::builder)))
                .detail("documentPublicSharing", "ssm:GetServiceSetting", () -> aws.ssm()
                        .getServiceSetting(request -> request.settingId(DOCUMENT_SHARING))
                        .serviceSetting()
                        .settingValue());
    }

    /** A role that may open cases with AWS's support. */
    private static boolean hasSupportRole(AwsClients aws) {
        String support = "arn:%s:iam::aws:policy/AWSSupportAccess".formatted(aws.partition());
        return aws
                .iam()
                .listEntitiesForPolicyPaginator(
                        request -> request.policyArn(support).entityFilter(EntityType.ROLE))
                .policyRoles()
                .stream()
                .findFirst()
                .isPresent();
    }

    private static List<Object> trails(CloudTrailClient trails) {
        List<Object> ofAllRegions = new ArrayList<>();
        for (Trail trail : trails.describeTrails(request -> {}).trailList()) {
            if (Boolean.TRUE.equals(trail.isMultiRegionTrail())) {
                Map<String, @Nullable Object> form =
                        Members.only(canonical(trail), "homeRegion", "isOrganizationTrail", "trailARN");
                form.put(
                        "isLogging",
                        trails.getTrailStatus(request -> request.name(trail.trailARN()))
                                .isLogging());
                ofAllRegions.add(form);
            }
        }
        return ofAllRegions;
    }

    private static List<Object> recorders(ConfigClient config) {
        return config.describeConfigurationRecorderStatus(request -> {}).configurationRecordersStatus().stream()
                .<Object>map(status -> Members.only(canonical(status), "lastStatus", "name", "recording"))
                .toList();
    }

    private static List<Object> analyzers(AccessAnalyzerClient analyzers) {
        return analyzers.listAnalyzersPaginator(request -> {}).analyzers().stream()
                .<Object>map(analyzer -> Members.only(canonical(analyzer), "name", "status", "type"))
                .toList();
    }

    private static List<Object> detectors(GuardDutyClient guard) {
        return guard.listDetectorsPaginator().detectorIds().stream()
                .<Object>map(
                        id -> Members.only(canonical(guard.getDetector(request -> request.detectorId(id))), "status"))
                .toList();
    }

    /** Alarms on the load of processors, with the expressions by which some know what is usual at which hour. */
    private static List<Object> loadAlarms(CloudWatchClient watch) {
        return watch
                .describeAlarmsPaginator(request -> request.alarmTypes(AlarmType.METRIC_ALARM))
                .metricAlarms()
                .stream()
                .filter(AccountWatch::isOnLoad)
                .<Object>map(AccountWatch::form)
                .toList();
    }

    private static boolean isOnLoad(MetricAlarm alarm) {
        return Stream.concat(
                        Stream.ofNullable(alarm.metricName()),
                        alarm.metrics().stream()
                                .filter(query -> query.metricStat() != null)
                                .map(query -> query.metricStat().metric())
                                .map(Metric::metricName))
                .anyMatch(LOAD::equals);
    }

    private static Map<String, @Nullable Object> form(MetricAlarm alarm) {
        Map<String, @Nullable Object> form = new TreeMap<>(
                Members.only(canonical(alarm), "actionsEnabled", "alarmActions", "alarmName", "threshold"));
        form.put(
                "expressions",
                alarm.metrics().stream()
                        .map(MetricDataQuery::expression)
                        .filter(expression -> expression != null)
                        .toList());
        return form;
    }
}
