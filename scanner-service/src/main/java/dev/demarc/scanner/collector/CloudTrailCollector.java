package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Tag;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/** Trails in their home region, with status and selectors and the metric filters and alarms of their log group. */
@Singleton
public final class CloudTrailCollector implements Collector {
    @Override
    public String type() {
        return "AWS::CloudTrail::Trail";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of("AWS::Logs::MetricFilter", "AWS::CloudWatch::Alarm");
    }

    @Override
    public void read(Reading reading) {
        CloudTrailClient trails = reading.aws().client(CloudTrailClient.class, CloudTrailClient::builder);
        reading.each(
                "cloudtrail:DescribeTrails",
                () -> trails.describeTrails(request -> request.includeShadowTrails(false)).trailList().stream(),
                trail -> item(reading, trails, trail));
    }

    private static @Nullable ItemBuilder item(Reading reading, CloudTrailClient trails, Trail trail) {
        if (!reading.scope().region().equals(trail.homeRegion())) {
            return null;
        }
        String arn = trail.trailARN();
        return MetricFilters.join(
                reading,
                trail.cloudWatchLogsLogGroupArn(),
                reading.item(arn)
                        .arn(arn)
                        .name(trail.name())
                        .configuration(canonical(trail))
                        .tags("cloudtrail:ListTags", Set.of(), Tag::key, Tag::value, () -> tags(trails, arn))
                        .detail(
                                "trailStatus",
                                "cloudtrail:GetTrailStatus",
                                () -> Members.only(
                                        canonical(trails.getTrailStatus(request -> request.name(arn))),
                                        "isLogging",
                                        "latestDeliveryError",
                                        "latestNotificationError",
                                        "latestCloudWatchLogsDeliveryError"))
                        .detail(
                                "eventSelectors",
                                "cloudtrail:GetEventSelectors",
                                () -> Members.only(
                                        canonical(trails.getEventSelectors(request -> request.trailName(arn))),
                                        "eventSelectors",
                                        "advancedEventSelectors")));
    }

    private static List<Tag> tags(CloudTrailClient trails, String arn) {
        return trails.listTagsPaginator(request -> request.resourceIdList(arn)).resourceTagList().stream()
                .flatMap(resource -> resource.tagsList().stream())
                .toList();
    }
}
