package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Certificates that AWS issued and renews, and some that somebody bought and imported. */
final class Certificates {
    static final String TYPE = "AWS::ACM::Certificate";

    private static final int YEAR = 365;

    private final SampleAccount account;
    private final Dice dice;
    private final Instant now;

    Certificates(SampleAccount account, Dice dice, Instant now) {
        this.account = account;
        this.dice = dice;
        this.now = now;
    }

    Item of(String region, String workload) {
        boolean renews = dice.good();
        boolean byMail = dice.oneIn(5);
        return certificate(region, workload + ".example.com", renews ? dice.between(90, YEAR) : 20)
                .tag("workload", workload)
                .with("type", dice.oneIn(8) ? "PRIVATE" : "AMAZON_ISSUED")
                .with("renewalEligibility", "ELIGIBLE")
                .with("keyAlgorithm", dice.good() ? "EC_prime256v1" : "RSA_2048")
                .with("options", Map.of("export", dice.oneIn(9) ? "ENABLED" : "DISABLED"))
                .with("renewalSummary", Map.of("renewalStatus", renews ? "SUCCESS" : "PENDING_VALIDATION"))
                .with(
                        "domainValidationOptions",
                        List.of(Map.of(
                                "domainName",
                                workload + ".example.com",
                                "validationMethod",
                                byMail ? "EMAIL" : "DNS")));
    }

    Item imported(String region, String workload) {
        return certificate(region, "old-%s.example.com".formatted(workload), dice.good() ? 200 : 12)
                .tag("workload", workload)
                .with("type", "IMPORTED")
                .with("renewalEligibility", "INELIGIBLE")
                .with("keyAlgorithm", dice.good() ? "RSA_2048" : "RSA_1024")
                .with("options", null)
                .with("renewalSummary", null)
                .with("domainValidationOptions", null);
    }

    private Item certificate(String region, String domain, int daysLeft) {
        String arn = "arn:aws:acm:%s:%s:certificate/%s".formatted(region, account.id(), dice.hex(12));
        String user = "arn:aws:elasticloadbalancing:%s:%s:loadbalancer/app/%s/%s"
                .formatted(region, account.id(), domain.replace(".example.com", "-web"), dice.hex(16));
        return new Item(new Scope(account.id(), region, TYPE), arn, arn)
                .tag("Name", domain)
                .tag("team", account.team())
                .with("certificateArn", arn)
                .with("domainName", domain)
                .with("status", "ISSUED")
                .with("inUseBy", List.of(user))
                .with(
                        "notAfter",
                        now.plus(Duration.ofDays(daysLeft))
                                .truncatedTo(ChronoUnit.DAYS)
                                .toString());
    }
}
