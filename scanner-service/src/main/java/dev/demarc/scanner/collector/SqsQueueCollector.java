package dev.demarc.scanner.collector;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** SQS queues with their policy and encryption; how many messages wait is left behind. */
@Singleton
public final class SqsQueueCollector implements Collector {
    private static final Set<String> KEPT = Set.of(
            "FifoQueue",
            "KmsDataKeyReusePeriodSeconds",
            "KmsMasterKeyId",
            "MessageRetentionPeriod",
            "Policy",
            "QueueArn",
            "RedriveAllowPolicy",
            "RedrivePolicy",
            "SqsManagedSseEnabled",
            "VisibilityTimeout");

    @Override
    public String type() {
        return "AWS::SQS::Queue";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        SqsClient sqs = reading.aws().client(SqsClient.class, SqsClient::builder);
        reading.each(
                "sqs:ListQueues", () -> sqs.listQueuesPaginator().queueUrls().stream(), url -> item(reading, sqs, url));
    }

    private static ItemBuilder item(Reading reading, SqsClient sqs, String url) {
        String name = url.substring(url.lastIndexOf('/') + 1);
        return reading.item(name)
                .arn(reading.arn("sqs", name))
                .name(name)
                .configuration(
                        "sqs:GetQueueAttributes",
                        () -> Attributes.only(
                                sqs.getQueueAttributes(
                                                request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                                        .attributesAsStrings(),
                                KEPT))
                .tags("sqs:ListQueueTags", Set.of(), Map.Entry::getKey, Map.Entry::getValue, () -> sqs.listQueueTags(
                                request -> request.queueUrl(url))
                        .tags()
                        .entrySet());
    }
}
