package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Second doors to buckets. */
final class AccessPoints {
    static final String TYPE = "AWS::S3::AccessPoint";

    private final SampleAccount account;
    private final Dice dice;

    AccessPoints(SampleAccount account, Dice dice) {
        this.account = account;
        this.dice = dice;
    }

    Item of(String region, String workload) {
        String name = workload + "-readers";
        boolean ofVpc = dice.oneIn(4);
        boolean blocked = dice.good();
        return new Item(
                        new Scope(account.id(), region, TYPE),
                        name,
                        "arn:aws:s3:%s:%s:accesspoint/%s".formatted(region, account.id(), name))
                .tag("workload", workload)
                .with("name", name)
                .with("bucket", "%s-%s-data".formatted(account.name(), workload))
                .with("networkOrigin", ofVpc ? "VPC" : "Internet")
                .with("vpcConfiguration", ofVpc ? Map.of("vpcId", "vpc-" + dice.hex(8)) : null)
                .with("publicAccessBlockConfiguration", blocked ? Buckets.blockAll() : null)
                .beside("accessPointPolicy", dice.good() ? null : everyone());
    }

    private static Map<String, @Nullable Object> everyone() {
        Map<String, @Nullable Object> policy = new LinkedHashMap<>();
        policy.put("Version", "2012-10-17");
        policy.put(
                "Statement",
                List.of(Map.of("Effect", "Allow", "Principal", "*", "Action", "s3:GetObject", "Resource", "*")));
        return policy;
    }
}
