package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Load balancers of every kind, in front of workloads. */
final class Balancers {
    static final String TYPE = "AWS::ElasticLoadBalancingV2::LoadBalancer";
    static final String CLASSIC = "AWS::ElasticLoadBalancing::LoadBalancer";

    private static final String NEW_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";
    private static final String OLD_POLICY = "ELBSecurityPolicy-2016-08";

    private final SampleAccount account;
    private final Dice dice;

    Balancers(SampleAccount account, Dice dice) {
        this.account = account;
        this.dice = dice;
    }

    Item application(String region, String workload) {
        boolean strong = dice.good();
        boolean facing = !dice.oneIn(3);
        String policy = strong ? NEW_POLICY : OLD_POLICY;
        return balancer(region, "application", workload + "-web")
                .tag("team", dice.oneIn(8) ? null : account.team())
                .tag("workload", workload)
                .with("scheme", facing ? "internet-facing" : "internal")
                .with("securityGroups", List.of("sg-" + dice.hex(8)))
                .with("availabilityZones", zones(region, dice.good() ? 2 : 1))
                .beside("listeners", List.of(listener("HTTPS", 443, policy), listener("HTTP", 80, null)))
                .beside("plainRules", List.of(rule(dice.good())))
                .beside("sslPolicies", Map.of(policy, Map.of("sslProtocols", protocols(strong))))
                .beside("targetGroups", List.of(target(dice.good() ? "HTTPS" : "HTTP")))
                .beside(
                        "webAcl",
                        facing && dice.good()
                                ? Map.of("name", "regional", "arn", Firewalls.arn(account, region, "regional"))
                                : null)
                .beside(
                        "loadBalancerAttributes",
                        attributes(
                                "access_logs.s3.enabled",
                                String.valueOf(dice.good()),
                                "deletion_protection.enabled",
                                String.valueOf(dice.good()),
                                "routing.http.desync_mitigation_mode",
                                dice.good() ? "defensive" : "monitor",
                                "routing.http.drop_invalid_header_fields.enabled",
                                String.valueOf(dice.good())));
    }

    /** Half of them end TLS, half pass it through. */
    Item network(String region, String workload) {
        boolean ends = dice.oneIn(2);
        return balancer(region, "network", workload + "-entry")
                .tag("team", account.team())
                .tag("workload", workload)
                .with("scheme", "internal")
                .with("securityGroups", dice.good() ? List.of("sg-" + dice.hex(8)) : List.of())
                .with("availabilityZones", zones(region, 2))
                .beside("listeners", List.of(ends ? listener("TLS", 443, NEW_POLICY) : listener("TCP", 443, null)))
                .beside("plainRules", List.of())
                .beside("sslPolicies", ends ? Map.of(NEW_POLICY, Map.of("sslProtocols", protocols(true))) : Map.of())
                .beside("targetGroups", List.of(target(ends ? "TLS" : "TCP")))
                .beside(
                        "loadBalancerAttributes",
                        attributes(
                                "access_logs.s3.enabled",
                                String.valueOf(dice.good()),
                                "deletion_protection.enabled",
                                String.valueOf(dice.good())));
    }

    Item gateway(String region) {
        return balancer(region, "gateway", "inspection")
                .tag("team", account.team())
                .with("scheme", null)
                .with("securityGroups", List.of())
                .with("availabilityZones", zones(region, 3))
                .beside("listeners", List.of(listener("GENEVE", 6081, null)))
                .beside("plainRules", List.of())
                .beside("sslPolicies", Map.of())
                .beside("targetGroups", List.of(target("GENEVE")))
                .beside("loadBalancerAttributes", attributes("deletion_protection.enabled", "true"));
    }

    Item onOutpost(String region) {
        Item item = application(region, "plant");
        Map<String, @Nullable Object> zone = zone(region, 0);
        zone.put("outpostId", "op-0a1b2c3d4e5f60718");
        return item.with("availabilityZones", List.of(zone));
    }

    Item classic(String region, String workload) {
        boolean strong = dice.good();
        String name = workload + "-classic";
        List<Object> listeners = new ArrayList<>();
        listeners.add(classicListener("HTTPS", region, dice.good()));
        if (!dice.good()) {
            listeners.add(classicListener("HTTP", region, false));
        }
        return new Item(
                        new Scope(account.id(), region, CLASSIC),
                        name,
                        "arn:aws:elasticloadbalancing:%s:%s:loadbalancer/%s".formatted(region, account.id(), name))
                .tag("workload", workload)
                .with("loadBalancerName", name)
                .with("scheme", "internet-facing")
                .with("availabilityZones", dice.good() ? List.of(region + "a", region + "b") : List.of(region + "a"))
                .with("listenerDescriptions", listeners)
                .beside(
                        "sslPolicies",
                        Map.of("tls", Map.of("referencePolicy", OLD_POLICY, "sslProtocols", protocols(strong))))
                .beside(
                        "loadBalancerAttributes",
                        Map.of(
                                "crossZoneLoadBalancing", Map.of("enabled", true),
                                "accessLog", Map.of("enabled", dice.good()),
                                "connectionDraining", Map.of("enabled", dice.good()),
                                "additionalAttributes",
                                        attributes(
                                                "elb.http.desyncmitigationmode",
                                                dice.good() ? "defensive" : "monitor")));
    }

    private Item balancer(String region, String type, String name) {
        String kind = type.equals("application") ? "app" : type.equals("network") ? "net" : "gwy";
        String arn = "arn:aws:elasticloadbalancing:%s:%s:loadbalancer/%s/%s/%s"
                .formatted(region, account.id(), kind, name, dice.hex(16));
        return new Item(new Scope(account.id(), region, TYPE), arn, arn)
                .tag("Name", name)
                .with("loadBalancerArn", arn)
                .with("loadBalancerName", name)
                .with("type", type)
                .with("state", Map.of("code", "active"));
    }

    private Map<String, @Nullable Object> listener(String protocol, int port, @Nullable String policy) {
        Map<String, @Nullable Object> listener = new LinkedHashMap<>();
        listener.put("protocol", protocol);
        listener.put("port", (long) port);
        listener.put("sslPolicy", policy);
        return listener;
    }

    private static Map<String, Object> rule(boolean redirects) {
        Map<String, @Nullable Object> action = new LinkedHashMap<>();
        action.put("type", redirects ? "redirect" : "forward");
        action.put("redirectConfig", redirects ? Map.of("protocol", "HTTPS", "port", "443") : null);
        return Map.of("port", 80L, "isDefault", true, "priority", "default", "actions", List.of(action));
    }

    private Map<String, Object> target(String protocol) {
        return Map.of("targetGroupName", "targets", "protocol", protocol, "port", 443L, "targetType", "ip");
    }

    private Map<String, Object> classicListener(String protocol, String region, boolean ofAcm) {
        String certificate = ofAcm
                ? "arn:aws:acm:%s:%s:certificate/%s".formatted(region, account.id(), dice.hex(12))
                : "arn:aws:iam::%s:server-certificate/classic".formatted(account.id());
        boolean tls = protocol.equals("HTTPS");
        Map<String, @Nullable Object> listener = new LinkedHashMap<>();
        listener.put("protocol", protocol);
        listener.put("loadBalancerPort", tls ? 443L : 80L);
        listener.put("sslCertificateId", tls ? certificate : null);
        return Map.of("listener", listener, "policyNames", tls ? List.of("tls") : List.of());
    }

    private static List<Object> zones(String region, int count) {
        List<Object> zones = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            zones.add(zone(region, number));
        }
        return zones;
    }

    private static Map<String, @Nullable Object> zone(String region, int number) {
        Map<String, @Nullable Object> zone = new LinkedHashMap<>();
        zone.put("zoneName", region + "abc".charAt(number));
        zone.put("outpostId", null);
        return zone;
    }

    private static List<String> protocols(boolean strong) {
        return strong ? List.of("TLSv1.2", "TLSv1.3") : List.of("TLSv1", "TLSv1.1", "TLSv1.2");
    }

    /** @param pairs a key, its value, the next key and so on */
    private static List<Object> attributes(String... pairs) {
        List<Object> attributes = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            attributes.add(Map.of("key", pairs[i], "value", pairs[i + 1]));
        }
        return attributes;
    }
}
