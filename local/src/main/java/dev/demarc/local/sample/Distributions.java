package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CloudFront distributions before a bucket and a load balancer. */
final class Distributions {
    static final String TYPE = "AWS::CloudFront::Distribution";

    private final SampleAccount account;
    private final Dice dice;

    Distributions(SampleAccount account, Dice dice) {
        this.account = account;
        this.dice = dice;
    }

    Item of(String workload) {
        String id = "E" + dice.hex(13).toUpperCase(java.util.Locale.ROOT);
        String arn = "arn:aws:cloudfront::%s:distribution/%s".formatted(account.id(), id);
        return new Item(new Scope(account.id(), Scope.GLOBAL, TYPE), id, arn)
                .tag("Name", workload)
                .tag("team", account.team())
                .tag("workload", workload)
                .with("id", id)
                .with("arn", arn)
                .with("domainName", "d%s.cloudfront.net".formatted(dice.hex(13)))
                .with("distributionConfig", config(workload))
                .beside(
                        "deliverySources",
                        dice.oneIn(3) ? List.of(Map.of("name", workload, "logType", "ACCESS_LOGS")) : List.of());
    }

    private Map<String, @Nullable Object> config(String workload) {
        Map<String, @Nullable Object> config = new LinkedHashMap<>();
        config.put("enabled", true);
        config.put("comment", workload);
        config.put("aliases", Map.of("quantity", 1L, "items", List.of(workload + ".example.com")));
        config.put("defaultRootObject", dice.good() ? "index.html" : "");
        config.put("defaultCacheBehavior", behavior(dice.good()));
        config.put("cacheBehaviors", Map.of("quantity", 0L, "items", List.of()));
        config.put("origins", Map.of("quantity", 2L, "items", List.of(bucket(workload), web(workload))));
        config.put("originGroups", Map.of("quantity", dice.oneIn(3) ? 1L : 0L));
        config.put("logging", Map.of("enabled", dice.good()));
        config.put("viewerCertificate", certificate());
        config.put("webACLId", dice.good() ? Firewalls.arn(account, Scope.GLOBAL, "edge") : "");
        return config;
    }

    private Map<String, @Nullable Object> behavior(boolean https) {
        Map<String, @Nullable Object> behavior = new LinkedHashMap<>();
        behavior.put("targetOriginId", "files");
        behavior.put("viewerProtocolPolicy", https ? "redirect-to-https" : "allow-all");
        behavior.put("lambdaFunctionAssociations", Map.of("quantity", dice.oneIn(5) ? 1L : 0L));
        behavior.put("functionAssociations", Map.of("quantity", 0L));
        return behavior;
    }

    private Map<String, @Nullable Object> bucket(String workload) {
        Map<String, @Nullable Object> origin = new LinkedHashMap<>();
        origin.put("id", "files");
        origin.put("domainName", "%s-%s-files.s3.amazonaws.com".formatted(account.name(), workload));
        origin.put("s3OriginConfig", Map.of("originAccessIdentity", ""));
        origin.put("originAccessControlId", dice.good() ? "E" + dice.hex(13) : "");
        origin.put("customOriginConfig", null);
        return origin;
    }

    private Map<String, @Nullable Object> web(String workload) {
        Map<String, @Nullable Object> origin = new LinkedHashMap<>();
        origin.put("id", "web");
        origin.put("domainName", workload + "-web.example.com");
        origin.put("s3OriginConfig", null);
        origin.put("originAccessControlId", "");
        origin.put(
                "customOriginConfig",
                Map.of(
                        "originProtocolPolicy",
                        dice.good() ? "https-only" : "http-only",
                        "originSslProtocols",
                        Map.of("items", dice.good() ? List.of("TLSv1.2") : List.of("TLSv1", "TLSv1.2"))));
        return origin;
    }

    private Map<String, @Nullable Object> certificate() {
        boolean ofAws = dice.oneIn(4);
        Map<String, @Nullable Object> certificate = new LinkedHashMap<>();
        certificate.put("cloudFrontDefaultCertificate", ofAws);
        certificate.put(
                "acmCertificateArn",
                ofAws ? null : "arn:aws:acm:us-east-1:%s:certificate/%s".formatted(account.id(), dice.hex(12)));
        certificate.put("minimumProtocolVersion", ofAws ? "TLSv1" : dice.good() ? "TLSv1.2_2021" : "TLSv1.1_2016");
        return certificate;
    }
}
