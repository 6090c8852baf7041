package dev.demarc.scanner.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.Outcome;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.ValidationMethod;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.cloudfront.model.OriginCustomHeader;
import software.amazon.awssdk.services.cloudfront.model.OriginProtocolPolicy;
import software.amazon.awssdk.services.cloudfront.model.ViewerProtocolPolicy;
import software.amazon.awssdk.services.wafv2.Wafv2Client;
import software.amazon.awssdk.services.wafv2.model.PositionalConstraint;
import software.amazon.awssdk.services.wafv2.model.Rule;
import software.amazon.awssdk.services.wafv2.model.TextTransformation;
import software.amazon.awssdk.services.wafv2.model.TextTransformationType;
import software.amazon.awssdk.services.wafv2.model.VisibilityConfig;

class EdgeCollectorsTest {
    private static final String REGION = "eu-central-1";
    private static final Scope DISTRIBUTIONS = new Scope(Moto.ACCOUNT, Scope.GLOBAL, "AWS::CloudFront::Distribution");
    private static final Scope GLOBAL_ACLS = new Scope(Moto.ACCOUNT, Scope.GLOBAL, "AWS::WAFv2::WebACL");
    private static final Scope ACLS = new Scope(Moto.ACCOUNT, REGION, "AWS::WAFv2::WebACL");
    private static final Scope CERTIFICATES = new Scope(Moto.ACCOUNT, REGION, "AWS::ACM::Certificate");

    @RegisterExtension
    private final EmulatedAws emulated = new EmulatedAws();

    private final AwsProxy proxy = emulated.proxy();
    private final AwsClients aws = emulated.clients(REGION);

    @Test
    void readsADistributionWholeButForTheValuesOfItsHeaders() {
        String id = distribution();
        proxy.json("DescribeDeliverySources", "{\"deliverySources\":[]}");

        Recorded recorded = LiveScan.at(proxy.endpoint(), DISTRIBUTIONS);

        ResourceConfiguration distribution = recorded.item(id);
        assertThat(distribution.unread()).isEmpty();
        assertThat(distribution.configuration())
                .extracting(
                        "distributionConfig.defaultCacheBehavior.viewerProtocolPolicy",
                        "distributionConfig.viewerCertificate.cloudFrontDefaultCertificate")
                .containsExactly("allow-all", true);
        assertThat(distribution.supplementaryConfiguration()).containsEntry("deliverySources", List.of());
        assertThat(recorded.text()).contains("X-Origin-Verify").doesNotContain("shared-secret");
    }

    @Test
    void joinsADistributionWithWhereCloudWatchDeliversItsLogs() {
        String id = distribution();
        String arn = aws.client(CloudFrontClient.class, CloudFrontClient::builder)
                .getDistribution(request -> request.id(id))
                .distribution()
                .arn();
        proxy.json(
                "DescribeDeliverySources",
                "{\"deliverySources\":[{\"name\":\"edge\",\"logType\":\"ACCESS_LOGS\",\"resourceArns\":[\"%s\"]}]}"
                        .formatted(arn));

        ResourceConfiguration distribution =
                LiveScan.at(proxy.endpoint(), DISTRIBUTIONS).item(id);

        assertThat(distribution.supplementaryConfiguration())
                .extracting("deliverySources")
                .asString()
                .contains("ACCESS_LOGS");
    }

    @Test
    void distributionThatMayNotBeReadIsListedAndUnread() {
        String id = distribution();
        proxy.json("DescribeDeliverySources", "{\"deliverySources\":[]}")
                .refuse("/distribution/" + id, 403, "AccessDenied");

        ResourceConfiguration distribution =
                LiveScan.at(proxy.endpoint(), DISTRIBUTIONS).item(id);

        assertThat(distribution.configuration()).isEmpty();
        assertThat(distribution.unread())
                .contains(new Unread("configuration", "access denied", "cloudfront:GetDistribution"));
    }

    @Test
    void readsRegionalAndGlobalFirewallsEachInItsPlaceWithoutWhatTheyLookFor() {
        String regional = webAcl(aws, software.amazon.awssdk.services.wafv2.model.Scope.REGIONAL);
        String global = webAcl(aws.in("us-east-1"), software.amazon.awssdk.services.wafv2.model.Scope.CLOUDFRONT);

        Recorded here = LiveScan.at(proxy.endpoint(), ACLS);
        Recorded everywhere = LiveScan.at(proxy.endpoint(), GLOBAL_ACLS);

        assertThat(here.items()).extracting(ResourceConfiguration::resourceId).containsExactly(regional);
        assertThat(everywhere.items())
                .extracting(ResourceConfiguration::resourceId)
                .containsExactly(global);
        assertThat(here.item(regional).unread()).isEmpty();
        assertThat(here.item(regional).configuration())
                .containsEntry("defaultAction", "allow")
                .extracting("rules")
                .asString()
                .contains("statement=byteMatchStatement", "action=block", "vendorName=AWS");
        assertThat(here.item(regional).supplementaryConfiguration()).containsEntry("loggingConfiguration", null);
        assertThat(here.text()).doesNotContain("shared-secret", "c2hhcmVkLXNlY3JldA==");
    }

    @Test
    void readsCertificatesWithoutTheAddressesThatValidateThem() {
        AcmClient acm = aws.client(AcmClient.class, AcmClient::builder);
        String arn = acm.requestCertificate(
                        request -> request.domainName("shop.example.com").validationMethod(ValidationMethod.EMAIL))
                .certificateArn();

        Recorded recorded = LiveScan.at(proxy.endpoint(), CERTIFICATES);

        ResourceConfiguration certificate = recorded.item(arn);
        assertThat(certificate.resourceName()).isEqualTo("shop.example.com");
        assertThat(certificate.unread()).isEmpty();
        assertThat(certificate.configuration())
                .containsEntry("type", "AMAZON_ISSUED")
                .containsKeys("notAfter", "keyAlgorithm", "renewalEligibility");
        assertThat(recorded.text()).doesNotContain("validationEmails");
    }

    @Test
    void scopeWhoseCertificatesMayNotBeListedSaysWhichPermissionIsMissing() {
        proxy.jsonFault("ListCertificates", 400, "AccessDeniedException");

        Recorded recorded = LiveScan.at(proxy.endpoint(), CERTIFICATES);

        assertThat(recorded.end().outcome()).isEqualTo(Outcome.DENIED);
        assertThat(recorded.end().permission()).isEqualTo("acm:ListCertificates");
    }

    private String distribution() {
        OriginCustomHeader secret = OriginCustomHeader.builder()
                .headerName("X-Origin-Verify")
                .headerValue("shared-secret")
                .build();
        Origin origin = Origin.builder()
                .id("web")
                .domainName("web.example.com")
                .customHeaders(headers -> headers.quantity(1).items(secret))
                .customOriginConfig(custom ->
                        custom.httpPort(80).httpsPort(443).originProtocolPolicy(OriginProtocolPolicy.HTTP_ONLY))
                .build();
        return aws.client(CloudFrontClient.class, CloudFrontClient::builder)
                .createDistribution(request -> request.distributionConfig(config -> config.callerReference("test")
                        .comment("shop")
                        .enabled(true)
                        .defaultCacheBehavior(behavior -> behavior.targetOriginId("web")
                                .viewerProtocolPolicy(ViewerProtocolPolicy.ALLOW_ALL)
                                .cachePolicyId("658327ea-f89d-4fab-a63d-7e88639e58f6"))
                        .origins(origins -> origins.quantity(1).items(origin))))
                .distribution()
                .id();
    }

    private static String webAcl(AwsClients aws, software.amazon.awssdk.services.wafv2.model.Scope scope) {
        VisibilityConfig visibility = VisibilityConfig.builder()
                .sampledRequestsEnabled(true)
                .cloudWatchMetricsEnabled(true)
                .metricName("shop")
                .build();
        TextTransformation asItIs = TextTransformation.builder()
                .priority(0)
                .type(TextTransformationType.NONE)
                .build();
        Rule header = Rule.builder()
                .name("header")
                .priority(0)
                .statement(statement -> statement.byteMatchStatement(
                        match -> match.searchString(SdkBytes.fromUtf8String("shared-secret"))
                                .fieldToMatch(field -> field.singleHeader(single -> single.name("x-origin-verify")))
                                .positionalConstraint(PositionalConstraint.EXACTLY)
                                .textTransformations(asItIs)))
                .action(action -> action.block(block -> {}))
                .visibilityConfig(visibility)
                .build();
        Rule managed = Rule.builder()
                .name("common")
                .priority(1)
                .statement(statement -> statement.managedRuleGroupStatement(
                        group -> group.vendorName("AWS").name("AWSManagedRulesCommonRuleSet")))
                .overrideAction(action -> action.none(none -> {}))
                .visibilityConfig(visibility)
                .build();
        return aws.client(Wafv2Client.class, Wafv2Client::builder)
                .createWebACL(request -> request.name("shop")
                        .scope(scope)
                        .defaultAction(action -> action.allow(allow -> {}))
                        .visibilityConfig(visibility)
                        .rules(header, managed))
                .summary()
                .arn();
    }
}
