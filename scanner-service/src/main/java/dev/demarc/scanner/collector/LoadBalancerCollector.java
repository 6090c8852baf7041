package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeSslPoliciesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SslPolicy;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.wafv2.Wafv2Client;
import software.amazon.awssdk.services.wafv2.model.WebACL;

/** Application, Network and Gateway Load Balancers, with listeners, TLS policies, targets and the firewall in front. */
@Singleton
public final class LoadBalancerCollector implements Collector {
    private static final String WEB_ACL = "wafv2:GetWebACLForResource, elasticloadbalancing:GetLoadBalancerWebACL";
    private static final String LISTENERS = "elasticloadbalancing:DescribeListeners";
    private static final Set<ProtocolEnum> SECURE = EnumSet.of(ProtocolEnum.HTTPS, ProtocolEnum.TLS);
    private static final Set<String> NO_GROUP = Set.of("TargetGroupNotFound");

    @Override
    public String type() {
        return "AWS::ElasticLoadBalancingV2::LoadBalancer";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of(
                "AWS::ElasticLoadBalancingV2::Listener",
                "AWS::ElasticLoadBalancingV2::ListenerRule",
                "AWS::ElasticLoadBalancingV2::TargetGroup",
                "AWS::WAFv2::WebACLAssociation");
    }

    @Override
    public void read(Reading reading) {
        ElasticLoadBalancingV2Client elb =
                reading.aws().client(ElasticLoadBalancingV2Client.class, ElasticLoadBalancingV2Client::builder);
        Joined<Map<String, Object>> policies =
                Joined.read("elasticloadbalancing:DescribeSSLPolicies", Map.of(), Set.of(), () -> policies(elb));
        reading.each(
                "elasticloadbalancing:DescribeLoadBalancers",
                () -> elb.describeLoadBalancersPaginator().loadBalancers().stream(),
                balancer -> item(reading, elb, balancer, policies));
    }

    private static ItemBuilder item(
            Reading reading,
            ElasticLoadBalancingV2Client elb,
            LoadBalancer balancer,
            Joined<Map<String, Object>> policies) {
        String arn = balancer.loadBalancerArn();
        Joined<List<Object>> groups = Joined.read(
                "elasticloadbalancing:DescribeTargetGroups", List.of(), NO_GROUP, () -> targetGroups(elb, arn));
        ItemBuilder item = reading.item(arn)
                .arn(arn)
                .name(balancer.loadBalancerName())
                .configuration(canonical(balancer))
                .tags("elasticloadbalancing:DescribeTags", Set.of(), Tag::key, Tag::value, () -> tags(elb, arn))
                .detail(
                        "loadBalancerAttributes",
                        "elasticloadbalancing:DescribeLoadBalancerAttributes",
                        () -> canonical(elb.describeLoadBalancerAttributes(request -> request.loadBalancerArn(arn))
                                .attributes()))
                .detail("targetGroups", groups, groups::value);
        withListeners(elb, item, arn, policies);
        return balancer.type() == LoadBalancerTypeEnum.APPLICATION
                ? item.detail("webAcl", WEB_ACL, () -> webAcl(reading, arn))
                : item;
    }

    private static void withListeners(
            ElasticLoadBalancingV2Client elb, ItemBuilder item, String arn, Joined<Map<String, Object>> policies) {
        Joined<List<Listener>> listeners = Joined.read(
                LISTENERS,
                List.of(),
                Set.of(),
                () -> elb.describeListenersPaginator(request -> request.loadBalancerArn(arn)).listeners().stream()
                        .toList());
        item.detail("listeners", listeners, () -> canonical(listeners.value()));
        if (listeners.fault() == null) {
            item.detail("plainRules", "elasticloadbalancing:DescribeRules", () -> plainRules(elb, listeners.value()))
                    .detail("sslPolicies", policies, () -> used(policies.value(), listeners.value()));
        } else {
            item.detail("plainRules", listeners, () -> null).detail("sslPolicies", listeners, () -> null);
        }
    }

    /** What is done with requests that come without TLS. */
    private static List<Object> plainRules(ElasticLoadBalancingV2Client elb, List<Listener> listeners) {
        List<Object> rules = new ArrayList<>();
        for (Listener listener : listeners) {
            if (listener.protocol() == ProtocolEnum.HTTP) {
                elb.describeRulesPaginator(request -> request.listenerArn(listener.listenerArn()))
                        .rules()
                        .forEach(rule -> rules.add(form(listener, rule)));
            }
        }
        return rules;
    }

    private static Object form(Listener listener, Rule rule) {
        Map<String, @Nullable Object> form = Members.only(canonical(rule), "priority", "isDefault");
        form.put("port", listener.port().longValue());
        form.put(
                "actions",
                rule.actions().stream().map(LoadBalancerCollector::action).toList());
        return form;
    }

    private static Object action(Action action) {
        return Members.only(canonical(action), "type", "redirectConfig");
    }

    private static Map<String, @Nullable Object> used(Map<String, Object> policies, List<Listener> listeners) {
        Map<String, @Nullable Object> used = new TreeMap<>();
        for (Listener listener : listeners) {
            if (SECURE.contains(listener.protocol()) && listener.sslPolicy() != null) {
                used.put(listener.sslPolicy(), policies.get(listener.sslPolicy()));
            }
        }
        return used;
    }

    private static Map<String, Object> policies(ElasticLoadBalancingV2Client elb) {
        Map<String, Object> byName = new HashMap<>();
        Pages.<DescribeSslPoliciesResponse, SslPolicy>all(
                        marker -> elb.describeSSLPolicies(request -> request.marker(marker)),
                        page -> page.sslPolicies(),
                        page -> page.nextMarker())
                .forEach(policy -> byName.put(
                        policy.name(),
                        Map.of(
                                "sslProtocols",
                                policy.sslProtocols().stream().sorted().toList())));
        return byName;
    }

    private static List<Object> targetGroups(ElasticLoadBalancingV2Client elb, String arn) {
        List<Object> groups = new ArrayList<>();
        for (TargetGroup group : elb.describeTargetGroupsPaginator(request -> request.loadBalancerArn(arn))
                .targetGroups()) {
            groups.add(Members.only(
                    canonical(group),
                    "targetGroupArn",
                    "targetGroupName",
                    "protocol",
                    "port",
                    "targetType",
                    "healthCheckProtocol"));
        }
        return groups;
    }

    private static List<Tag> tags(ElasticLoadBalancingV2Client elb, String arn) {
        return elb.describeTags(request -> request.resourceArns(arn)).tagDescriptions().stream()
                .map(TagDescription::tags)
                .flatMap(List::stream)
                .toList();
    }

    private static @Nullable Object webAcl(Reading reading, String arn) {
        WebACL acl = reading.aws()
                .client(Wafv2Client.class, Wafv2Client::builder)
                .getWebACLForResource(request -> request.resourceArn(arn))
                .webACL();
        return acl == null ? null : Members.only(canonical(acl), "arn", "name");
    }
}
