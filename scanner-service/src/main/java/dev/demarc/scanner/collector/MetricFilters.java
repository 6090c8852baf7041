package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.demarc.scanner.canonical.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;

/** The metric filters of a log group, each with the alarms on the metrics that it counts. */
final class MetricFilters {
    private static final String MEMBER = "metricFilters";
    private static final String PERMISSION = "logs:DescribeMetricFilters, cloudwatch:DescribeAlarmsForMetric";
    private static final Pattern LOG_GROUP =
            Pattern.compile("arn:[^:]+:logs:([^:]+):(\\d{12}):log-group:([^:]+)(:\\*)?");

    private MetricFilters() {}

    /** Adds {@code metricFilters}: null where there is no log group, unread where it lies in another account. */
    static ItemBuilder join(Reading reading, @Nullable String logGroupArn, ItemBuilder item) {
        if (logGroupArn == null) {
            return item.detail(MEMBER, PERMISSION, () -> null);
        }
        Matcher group = LOG_GROUP.matcher(logGroupArn);
        if (!group.matches()) {
            return item.unread(MEMBER, "'%s' is no ARN of a log group".formatted(logGroupArn));
        }
        if (!group.group(2).equals(reading.scope().account())) {
            return item.unread(MEMBER, "the log group lies in account " + group.group(2));
        }
        return item.detail(MEMBER, PERMISSION, () -> filters(reading, group.group(3)));
    }

    private static List<Object> filters(Reading reading, String logGroup) {
        CloudWatchLogsClient logs = reading.aws().client(CloudWatchLogsClient.class, CloudWatchLogsClient::builder);
        CloudWatchClient watch = reading.aws().client(CloudWatchClient.class, CloudWatchClient::builder);
        List<Object> filters = new ArrayList<>();
        logs.describeMetricFiltersPaginator(request -> request.logGroupName(logGroup))
                .metricFilters()
                .forEach(filter -> filters.add(form(watch, filter)));
        return filters;
    }

    private static Map<String, @Nullable Object> form(CloudWatchClient watch, MetricFilter filter) {
        List<Object> alarms = new ArrayList<>();
        filter.metricTransformations().forEach(metric -> alarms.addAll(alarms(watch, metric)));
        Map<String, @Nullable Object> form = new TreeMap<>();
        form.put("filterName", filter.filterName());
        form.put("filterPattern", filter.filterPattern());
        form.put("alarms", alarms);
        return form;
    }

    private static List<Object> alarms(CloudWatchClient watch, MetricTransformation metric) {
        List<Object> alarms = new ArrayList<>();
        for (MetricAlarm alarm : watch.describeAlarmsForMetric(
                        request -> request.namespace(metric.metricNamespace()).metricName(metric.metricName()))
                .metricAlarms()) {
            alarms.add(Members.only(canonical(alarm), "alarmName", "actionsEnabled", "alarmActions"));
        }
        return alarms;
    }
}
