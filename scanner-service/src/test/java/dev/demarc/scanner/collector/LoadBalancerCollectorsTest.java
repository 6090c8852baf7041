package dev.demarc.scanner.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Unread;
import dev.demarc.scanner.aws.AwsClients;
import dev.demarc.scanner.aws.AwsProxy;
import dev.demarc.scanner.aws.EmulatedAws;
import dev.demarc.scanner.aws.Moto;
import dev.demarc.scanner.scan.LiveScan;
import dev.demarc.scanner.scan.Recorded;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancing.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionStatusCodeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

class LoadBalancerCollectorsTest {
    private static final String REGION = "eu-central-1";
    private static final Scope BALANCERS = scope("AWS::ElasticLoadBalancingV2::LoadBalancer");
    private static final Scope CLASSIC = scope("AWS::ElasticLoadBalancing::LoadBalancer");
    private static final String POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

    @RegisterExtension
    private final EmulatedAws emulated = new EmulatedAws();

    private final AwsProxy proxy = emulated.proxy();
    private final AwsClients aws = emulated.clients(REGION);
    private final ElasticLoadBalancingV2Client elb =
            aws.client(ElasticLoadBalancingV2Client.class, ElasticLoadBalancingV2Client::builder);

    @BeforeEach
    void whatTheEmulatorLacks() {
        proxy.json("GetWebACLForResource", "{\"WebACL\":{\"ARN\":\"arn:acl\",\"Name\":\"shop\"}}")
                .xml(
                        "DescribeSSLPolicies",
                        "<DescribeSSLPoliciesResponse><DescribeSSLPoliciesResult><SslPolicies><member><Name>%s</Name><SslProtocols><member>TLSv1.3</member><member>TLSv1.2</member></SslProtocols></member></SslPolicies></DescribeSSLPoliciesResult></DescribeSSLPoliciesResponse>"
                                .formatted(POLICY));
    }

    @Test
    void joinsABalancerWithItsListenersTheirTlsPoliciesTheirTargetsAndItsFirewall() {
        String arn = balancer("shop", LoadBalancerTypeEnum.APPLICATION);
        String certificate = certificate();
        https(arn, certificate);
        redirect(arn);

        ResourceConfiguration balancer =
                LiveScan.at(proxy.endpoint(), BALANCERS).item(arn);

        assertThat(balancer.unread()).isEmpty();
        assertThat(balancer.resourceName()).isEqualTo("shop");
        assertThat(balancer.tags()).containsEntry("team", "retail");
        assertThat(balancer.configuration()).containsEntry("type", "application");
        assertThat(balancer.supplementaryConfiguration())
                .containsEntry("webAcl", Map.of("arn", "arn:acl", "name", "shop"))
                .containsEntry("sslPolicies", Map.of(POLICY, Map.of("sslProtocols", List.of("TLSv1.2", "TLSv1.3"))))
                .extracting("listeners", "plainRules", "targetGroups", "loadBalancerAttributes")
                .extracting(Object::toString)
                .satisfiesExactly(
                        listeners -> assertThat(listeners).contains("protocol=HTTPS", certificate),
                        rules -> assertThat(rules).contains("port=80", "type=redirect", "protocol=HTTPS"),
                        groups -> assertThat(groups).contains("targetGroupName=web", "protocol=HTTP"),
                        attributes -> assertThat(attributes).contains("deletion_protection.enabled"));
    }

    @Test
    void doesNotAskForTheFirewallOfABalancerThatCannotHaveOne() {
        String arn = balancer("inner", LoadBalancerTypeEnum.NETWORK);

        ResourceConfiguration balancer =
                LiveScan.at(proxy.endpoint(), BALANCERS).item(arn);

        assertThat(balancer.supplementaryConfiguration())
                .doesNotContainKey("webAcl")
                .containsEntry("plainRules", List.of());
    }

    @Test
    void balancerWhoseListenersAreDeniedIsReadButForThemAndWhatHangsOnThem() {
        String arn = balancer("shop", LoadBalancerTypeEnum.APPLICATION);
        proxy.refuse("DescribeListeners", 403, "AccessDenied");

        ResourceConfiguration balancer =
                LiveScan.at(proxy.endpoint(), BALANCERS).item(arn);

        assertThat(balancer.unread())
                .extracting(Unread::path, Unread::permission)
                .containsExactlyInAnyOrder(unread("listeners"), unread("plainRules"), unread("sslPolicies"));
    }

    @Test
    void keepsNoSecretOfAnIdentityProvider() {
        String arn = balancer("shop", LoadBalancerTypeEnum.APPLICATION);
        proxy.xml(
                "DescribeListeners",
                "<DescribeListenersResponse><DescribeListenersResult><Listeners><member><ListenerArn>arn:listener</ListenerArn><Protocol>HTTPS</Protocol><Port>443</Port><DefaultActions><member><Type>authenticate-oidc</Type><AuthenticateOidcConfig><Issuer>https://id.example.com</Issuer><ClientId>client-1234</ClientId><ClientSecret>hunter2</ClientSecret></AuthenticateOidcConfig></member></DefaultActions></member></Listeners></DescribeListenersResult></DescribeListenersResponse>");

        Recorded recorded = LiveScan.at(proxy.endpoint(), BALANCERS);

        assertThat(recorded.item(arn).supplementaryConfiguration())
                .extracting("listeners")
                .asString()
                .contains("https://id.example.com");
        assertThat(recorded.text()).doesNotContain("client-1234", "hunter2");
    }

    @Test
    void tellsWhatTheTlsPoliciesOfAClassicBalancerLetClientsSpeak() {
        String certificate = certificate();
        Listener https = Listener.builder()
                .protocol("HTTPS")
                .loadBalancerPort(443)
                .instanceProtocol("HTTP")
                .instancePort(80)
                .sslCertificateId(certificate)
                .build();
        aws.client(ElasticLoadBalancingClient.class, ElasticLoadBalancingClient::builder)
                .createLoadBalancer(request -> request.loadBalancerName("old")
                        .availabilityZones(REGION + "a")
                        .listeners(https)
                        .tags(software.amazon.awssdk.services.elasticloadbalancing.model.Tag.builder()
                                .key("team")
                                .value("retail")
                                .build()));
        proxy.xml(
                "DescribeLoadBalancerPolicies",
                "<DescribeLoadBalancerPoliciesResponse><DescribeLoadBalancerPoliciesResult><PolicyDescriptions><member><PolicyName>web</PolicyName><PolicyTypeName>SSLNegotiationPolicyType</PolicyTypeName><PolicyAttributeDescriptions><member><AttributeName>Reference-Security-Policy</AttributeName><AttributeValue>ELBSecurityPolicy-2016-08</AttributeValue></member><member><AttributeName>Protocol-TLSv1</AttributeName><AttributeValue>true</AttributeValue></member><member><AttributeName>Protocol-TLSv1.2</AttributeName><AttributeValue>true</AttributeValue></member><member><AttributeName>Protocol-SSLv3</AttributeName><AttributeValue>false</AttributeValue></member></PolicyAttributeDescriptions></member><member><PolicyName>sticky</PolicyName><PolicyTypeName>LBCookieStickinessPolicyType</PolicyTypeName></member></PolicyDescriptions></DescribeLoadBalancerPoliciesResult></DescribeLoadBalancerPoliciesResponse>");

        ResourceConfiguration balancer = LiveScan.at(proxy.endpoint(), CLASSIC).item("old");

        assertThat(balancer.unread()).isEmpty();
        assertThat(balancer.tags()).containsEntry("team", "retail");
        assertThat(balancer.configuration())
                .extracting("listenerDescriptions")
                .asString()
                .contains(certificate);
        assertThat(balancer.supplementaryConfiguration())
                .containsEntry(
                        "sslPolicies",
                        Map.of(
                                "web",
                                Map.of(
                                        "referencePolicy",
                                        "ELBSecurityPolicy-2016-08",
                                        "sslProtocols",
                                        List.of("TLSv1", "TLSv1.2"))))
                .extracting("loadBalancerAttributes.crossZoneLoadBalancing.enabled")
                .isEqualTo(false);
    }

    private String balancer(String name, LoadBalancerTypeEnum type) {
        String vpc = aws.ec2()
                .createVpc(request -> request.cidrBlock("10.0.0.0/16"))
                .vpc()
                .vpcId();
        String subnet = aws.ec2()
                .createSubnet(
                        request -> request.vpcId(vpc).cidrBlock("10.0.1.0/24").availabilityZone(REGION + "a"))
                .subnet()
                .subnetId();
        return elb.createLoadBalancer(request -> request.name(name)
                        .type(type)
                        .subnets(subnet)
                        .tags(Tag.builder().key("team").value("retail").build()))
                .loadBalancers()
                .get(0)
                .loadBalancerArn();
    }

    private String certificate() {
        return aws.client(AcmClient.class, AcmClient::builder)
                .requestCertificate(request -> request.domainName("shop.example.com"))
                .certificateArn();
    }

    private void https(String balancer, String certificate) {
        String group = elb.createTargetGroup(request ->
                        request.name("web").protocol(ProtocolEnum.HTTP).port(80).vpcId(vpcOf(balancer)))
                .targetGroups()
                .get(0)
                .targetGroupArn();
        elb.createListener(request -> request.loadBalancerArn(balancer)
                .port(443)
                .protocol(ProtocolEnum.HTTPS)
                .sslPolicy(POLICY)
                .certificates(Certificate.builder().certificateArn(certificate).build())
                .defaultActions(Action.builder()
                        .type(ActionTypeEnum.FORWARD)
                        .targetGroupArn(group)
                        .build()));
    }

    private String vpcOf(String balancer) {
        return elb.describeLoadBalancers(request -> request.loadBalancerArns(balancer))
                .loadBalancers()
                .get(0)
                .vpcId();
    }

    private void redirect(String balancer) {
        elb.createListener(request -> request.loadBalancerArn(balancer)
                .port(80)
                .protocol(ProtocolEnum.HTTP)
                .defaultActions(Action.builder()
                        .type(ActionTypeEnum.REDIRECT)
                        .redirectConfig(redirect -> redirect.protocol("HTTPS")
                                .port("443")
                                .statusCode(RedirectActionStatusCodeEnum.HTTP_301))
                        .build()));
    }

    private static Tuple unread(String member) {
        return tuple("supplementaryConfiguration." + member, "elasticloadbalancing:DescribeListeners");
    }

    private static Scope scope(String type) {
        return new Scope(Moto.ACCOUNT, REGION, type);
    }
}
