package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SQS queues and SNS topics, one of each open to everyone. */
final class Messages implements Family {
    private static final String QUEUE = "AWS::SQS::Queue";
    private static final String TOPIC = "AWS::SNS::Topic";

    private final SampleAccount account;
    private final Dice dice;

    Messages(SampleAccount account) {
        this.account = account;
        this.dice = new Dice(account.id() + "/messages", account.quality());
    }

    @Override
    public Set<String> types(String region) {
        return region.equals(Scope.GLOBAL) ? Set.of() : Set.of(QUEUE, TOPIC);
    }

    @Override
    public List<Item> items(String region, boolean later) {
        if (!region.equals(SampleAccount.REGIONS.get(0))) {
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        for (String workload : account.workloads()) {
            items.add(queue(region, workload + "-jobs").tag("workload", workload));
        }
        items.add(topic(region, "security"));
        if (account.equals(SampleAccount.SANDBOX)) {
            items.add(queue(region, "open-letter-box").with("policy", policy("sqs:SendMessage")));
            items.add(topic(region, "open-speaker")
                    .with("policy", policy("SNS:Publish"))
                    .beside("subscriptions", List.of(Map.of("protocol", "http"))));
        }
        return List.copyOf(items);
    }

    private Item queue(String region, String name) {
        String arn = "arn:aws:sqs:%s:%s:%s".formatted(region, account.id(), name);
        String key = dice.of(
                List.of("", "alias/aws/sqs", "alias/" + account.workloads().get(0)));
        return new Item(new Scope(account.id(), region, QUEUE), name, arn)
                .tag("team", dice.oneIn(8) ? null : account.team())
                .with("queueArn", arn)
                .with("policy", null)
                .with("kmsMasterKeyId", key.isEmpty() ? null : key)
                .with("sqsManagedSseEnabled", key.isEmpty() && dice.good())
                .with("messageRetentionPeriod", "345600");
    }

    private Item topic(String region, String name) {
        String arn = "arn:aws:sns:%s:%s:%s".formatted(region, account.id(), name);
        return new Item(new Scope(account.id(), region, TOPIC), arn, arn)
                .tag("Name", name)
                .tag("team", account.team())
                .with("topicArn", arn)
                .with("owner", account.id())
                .with("policy", null)
                .with("kmsMasterKeyId", key(dice.good()))
                .beside("subscriptions", List.of(Map.of("protocol", "sqs"), Map.of("protocol", "https")));
    }

    private @Nullable String key(boolean encrypted) {
        if (!encrypted) {
            return null;
        }
        return dice.oneIn(2) ? "alias/aws/sns" : "alias/" + account.workloads().get(0);
    }

    private static Map<String, Object> policy(String action) {
        return Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(Map.of("Effect", "Allow", "Principal", "*", "Action", action, "Resource", "*")));
    }
}
