package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;
import software.amazon.awssdk.services.cloudfront.model.Tag;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/** CloudFront distributions, whole, and where the logs go that CloudWatch delivers for them. */
@Singleton
public final class CloudFrontDistributionCollector implements Collector {
    /** Where AWS keeps what belongs to CloudFront but has a region. */
    static final String HOME = "us-east-1";

    @Override
    public String type() {
        return "AWS::CloudFront::Distribution";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.GLOBAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of("AWS::Logs::DeliverySource");
    }

    @Override
    public void read(Reading reading) {
        CloudFrontClient edge = reading.aws().client(CloudFrontClient.class, CloudFrontClient::builder);
        Joined<Map<String, List<Object>>> sources =
                Joined.read("logs:DescribeDeliverySources", Map.of(), Set.of(), () -> deliverySources(reading));
        reading.each(
                "cloudfront:ListDistributions",
                () -> summaries(edge).stream(),
                distribution -> item(reading, edge, distribution, sources));
    }

    private static ItemBuilder item(
            Reading reading,
            CloudFrontClient edge,
            DistributionSummary distribution,
            Joined<Map<String, List<Object>>> sources) {
        String arn = distribution.arn();
        return reading.item(distribution.id())
                .arn(arn)
                .name(distribution.domainName())
                .configuration(
                        "cloudfront:GetDistribution",
                        () -> Members.only(
                                canonical(edge.getDistribution(request -> request.id(distribution.id()))
                                        .distribution()),
                                "id",
                                "arn",
                                "domainName",
                                "distributionConfig"))
                .tags("cloudfront:ListTagsForResource", Set.of(), Tag::key, Tag::value, () -> edge.listTagsForResource(
                                request -> request.resource(arn))
                        .tags()
                        .items())
                .detail("deliverySources", sources, () -> sources.value().getOrDefault(arn, List.of()));
    }

    private static List<DistributionSummary> summaries(CloudFrontClient edge) {
        return Pages.all(
                marker -> edge.listDistributions(request -> request.marker(marker))
                        .distributionList(),
                page -> page.items(),
                page -> page.nextMarker());
    }

    private static Map<String, List<Object>> deliverySources(Reading reading) {
        Map<String, List<Object>> byArn = new HashMap<>();
        reading.aws()
                .in(HOME)
                .client(CloudWatchLogsClient.class, CloudWatchLogsClient::builder)
                .describeDeliverySourcesPaginator(request -> {})
                .deliverySources()
                .forEach(source -> source.resourceArns()
                        .forEach(arn -> byArn.computeIfAbsent(arn, key -> new ArrayList<>())
                                .add(Members.only(canonical(source), "name", "logType"))));
        return byArn;
    }
}
