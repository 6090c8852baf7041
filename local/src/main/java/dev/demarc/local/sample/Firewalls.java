package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Web ACLs: the central team's where production is, each account's own elsewhere. */
final class Firewalls {
    static final String TYPE = "AWS::WAFv2::WebACL";

    private final SampleAccount account;
    private final Dice dice;

    Firewalls(SampleAccount account, Dice dice) {
        this.account = account;
        this.dice = dice;
    }

    Item acl(String region, String name) {
        String arn = arn(account, region, name);
        boolean central = account.ouPath().contains("Production") && region.equals(Scope.GLOBAL);
        List<Object> rules = rules();
        return new Item(new Scope(account.id(), region, TYPE), arn, arn)
                .tag("Name", name)
                .tag("team", account.team())
                .with("name", name)
                .with("arn", arn)
                .with("defaultAction", "allow")
                .with("managedByFirewallManager", central)
                .with("firewallManagerRuleGroups", central ? 1L : 0L)
                .with("rules", rules)
                .beside(
                        "loggingConfiguration",
                        dice.good()
                                ? Map.of(
                                        "logDestinationConfigs", List.of("arn:aws:s3:::aws-waf-logs-" + account.name()))
                                : null);
    }

    static String arn(SampleAccount account, String region, String name) {
        return region.equals(Scope.GLOBAL)
                ? "arn:aws:wafv2:us-east-1:%s:global/webacl/%s/0a1b2c3d".formatted(account.id(), name)
                : "arn:aws:wafv2:%s:%s:regional/webacl/%s/0a1b2c3d".formatted(region, account.id(), name);
    }

    private List<Object> rules() {
        List<Object> rules = new ArrayList<>();
        if (dice.good()) {
            rules.add(rule("common", common(dice.oneIn(3) ? "Version_1.4" : null)));
        }
        if (dice.good()) {
            rules.add(rule("office", null));
        }
        return rules;
    }

    private Map<String, @Nullable Object> rule(String name, @Nullable Object group) {
        boolean blocks = dice.good();
        Map<String, @Nullable Object> rule = new LinkedHashMap<>();
        rule.put("name", name);
        rule.put("action", group == null ? (blocks ? "block" : "count") : null);
        rule.put("overrideAction", group == null ? null : blocks ? "none" : "count");
        rule.put("managedRuleGroup", group);
        rule.put("visibilityConfig", Map.of("cloudWatchMetricsEnabled", dice.good()));
        return rule;
    }

    private static Map<String, @Nullable Object> common(@Nullable String version) {
        Map<String, @Nullable Object> group = new LinkedHashMap<>();
        group.put("vendorName", "AWS");
        group.put("name", "AWSManagedRulesCommonRuleSet");
        group.put("version", version);
        return group;
    }
}
