package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;

/** CloudWatch alarms, on one metric or on other alarms; the state that they are in is left behind. */
@Singleton
public final class CloudWatchAlarmCollector implements Collector {
    @Override
    public String type() {
        return "AWS::CloudWatch::Alarm";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        CloudWatchClient watch = reading.aws().client(CloudWatchClient.class, CloudWatchClient::builder);
        reading.each(
                "cloudwatch:DescribeAlarms",
                () -> watch
                        .describeAlarmsPaginator(
                                request -> request.alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM))
                        .stream()
                        .flatMap(page -> Stream.concat(
                                page.metricAlarms().stream().map(alarm -> canonical(alarm)),
                                page.compositeAlarms().stream().map(alarm -> canonical(alarm)))),
                alarm -> item(reading, alarm));
    }

    private static ItemBuilder item(Reading reading, Map<String, @Nullable Object> alarm) {
        String name = String.valueOf(alarm.get("alarmName"));
        return reading.item(name)
                .arn(String.valueOf(alarm.get("alarmArn")))
                .name(name)
                .configuration(Members.only(
                        alarm,
                        "alarmName",
                        "alarmArn",
                        "actionsEnabled",
                        "alarmActions",
                        "insufficientDataActions",
                        "okActions",
                        "namespace",
                        "metricName",
                        "dimensions",
                        "statistic",
                        "period",
                        "evaluationPeriods",
                        "threshold",
                        "comparisonOperator",
                        "treatMissingData",
                        "alarmRule"));
    }
}
