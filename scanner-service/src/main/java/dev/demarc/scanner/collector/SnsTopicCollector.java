package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Tag;

/** SNS topics with their policy, encryption and the protocols of their subscribers. */
@Singleton
public final class SnsTopicCollector implements Collector {
    private static final Set<String> KEPT =
            Set.of("FifoTopic", "KmsMasterKeyId", "Owner", "Policy", "SignatureVersion", "TopicArn", "TracingConfig");

    @Override
    public String type() {
        return "AWS::SNS::Topic";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of("AWS::SNS::Subscription");
    }

    @Override
    public void read(Reading reading) {
        SnsClient sns = reading.aws().client(SnsClient.class, SnsClient::builder);
        reading.each(
                "sns:ListTopics",
                () -> sns.listTopicsPaginator().topics().stream(),
                topic -> item(reading, sns, topic.topicArn()));
    }

    private static ItemBuilder item(Reading reading, SnsClient sns, String arn) {
        return reading.item(arn)
                .arn(arn)
                .name(arn.substring(arn.lastIndexOf(':') + 1))
                .configuration(
                        "sns:GetTopicAttributes",
                        () -> Attributes.only(
                                sns.getTopicAttributes(request -> request.topicArn(arn))
                                        .attributes(),
                                KEPT))
                .tags("sns:ListTagsForResource", Set.of(), Tag::key, Tag::value, () -> sns.listTagsForResource(
                                request -> request.resourceArn(arn))
                        .tags())
                .detail("subscriptions", "sns:ListSubscriptionsByTopic", () -> subscriptions(sns, arn));
    }

    private static List<Object> subscriptions(SnsClient sns, String arn) {
        List<Object> subscriptions = new ArrayList<>();
        sns.listSubscriptionsByTopicPaginator(request -> request.topicArn(arn))
                .subscriptions()
                .forEach(one -> subscriptions.add(
                        Members.only(canonical(one), "subscriptionArn", "owner", "protocol", "endpoint")));
        return subscriptions;
    }
}
