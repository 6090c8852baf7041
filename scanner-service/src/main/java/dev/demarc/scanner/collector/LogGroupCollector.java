package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** Log groups with how long they keep and by which key they encrypt; nothing logged is ever asked for. */
@Singleton
public final class LogGroupCollector implements Collector {
    @Override
    public String type() {
        return "AWS::Logs::LogGroup";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        CloudWatchLogsClient logs = reading.aws().client(CloudWatchLogsClient.class, CloudWatchLogsClient::builder);
        reading.each(
                "logs:DescribeLogGroups",
                () -> logs.describeLogGroupsPaginator().logGroups().stream(),
                group -> item(reading, logs, group));
    }

    private static ItemBuilder item(Reading reading, CloudWatchLogsClient logs, LogGroup group) {
        String arn = reading.arn("logs", "log-group:" + group.logGroupName());
        return reading.item(group.logGroupName())
                .arn(arn)
                .name(group.logGroupName())
                .configuration(
                        Members.only(canonical(group), "kmsKeyId", "logGroupClass", "logGroupName", "retentionInDays"))
                .tags(
                        "logs:ListTagsForResource",
                        Set.of(),
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        () -> logs.listTagsForResource(request -> request.resourceArn(arn))
                                .tags()
                                .entrySet());
    }
}
