package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.PolicyDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancing.model.TagDescription;

/** Classic Load Balancers, with their attributes and what their TLS policies let clients speak. */
@Singleton
public final class ClassicLoadBalancerCollector implements Collector {
    private static final String TLS_POLICY = "SSLNegotiationPolicyType";
    private static final String REFERENCE = "Reference-Security-Policy";
    private static final String PROTOCOL = "Protocol-";

    @Override
    public String type() {
        return "AWS::ElasticLoadBalancing::LoadBalancer";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        ElasticLoadBalancingClient elb =
                reading.aws().client(ElasticLoadBalancingClient.class, ElasticLoadBalancingClient::builder);
        reading.each(
                "elasticloadbalancing:DescribeLoadBalancers",
                () -> elb.describeLoadBalancersPaginator().loadBalancerDescriptions().stream(),
                balancer -> item(reading, elb, balancer));
    }

    private static ItemBuilder item(Reading reading, ElasticLoadBalancingClient elb, LoadBalancerDescription balancer) {
        String name = balancer.loadBalancerName();
        return reading.item(name)
                .arn(reading.arn("elasticloadbalancing", "loadbalancer/" + name))
                .name(name)
                .configuration(canonical(balancer))
                .tags("elasticloadbalancing:DescribeTags", Set.of(), Tag::key, Tag::value, () -> tags(elb, name))
                .detail(
                        "loadBalancerAttributes",
                        "elasticloadbalancing:DescribeLoadBalancerAttributes",
                        () -> canonical(elb.describeLoadBalancerAttributes(request -> request.loadBalancerName(name))
                                .loadBalancerAttributes()))
                .detail(
                        "sslPolicies", "elasticloadbalancing:DescribeLoadBalancerPolicies", () -> elb
                                .describeLoadBalancerPolicies(request -> request.loadBalancerName(name))
                                .policyDescriptions()
                                .stream()
                                .filter(policy -> TLS_POLICY.equals(policy.policyTypeName()))
                                .collect(Collectors.toMap(
                                        PolicyDescription::policyName,
                                        ClassicLoadBalancerCollector::form,
                                        (one, other) -> one,
                                        TreeMap::new)));
    }

    /** AWS spells out the protocols of its own policies too. */
    private static Map<String, @Nullable Object> form(PolicyDescription policy) {
        Map<String, @Nullable Object> form = new TreeMap<>();
        form.put("referencePolicy", null);
        policy.policyAttributeDescriptions().stream()
                .filter(attribute -> REFERENCE.equals(attribute.attributeName()))
                .forEach(attribute -> form.put("referencePolicy", attribute.attributeValue()));
        form.put(
                "sslProtocols",
                policy.policyAttributeDescriptions().stream()
                        .filter(attribute -> attribute.attributeName().startsWith(PROTOCOL)
                                && "true".equals(attribute.attributeValue()))
                        .map(attribute -> attribute.attributeName().substring(PROTOCOL.length()))
                        .sorted()
                        .toList());
        return form;
    }

    private static List<Tag> tags(ElasticLoadBalancingClient elb, String name) {
        return elb.describeTags(request -> request.loadBalancerNames(name)).tagDescriptions().stream()
                .map(TagDescription::tags)
                .flatMap(List::stream)
                .toList();
    }
}
