package dev.demarc.scanner.collector;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class RolesAndMessagesCollectorsTest {
    private static final String REGION = "eu-central-1";
    private static final Scope ROLES = new Scope(Moto.ACCOUNT, Scope.GLOBAL, "AWS::IAM::Role");
    private static final Scope POLICIES = new Scope(Moto.ACCOUNT, Scope.GLOBAL, "AWS::IAM::Policy");
    private static final Scope QUEUES = new Scope(Moto.ACCOUNT, REGION, "AWS::SQS::Queue");
    private static final Scope TOPICS = new Scope(Moto.ACCOUNT, REGION, "AWS::SNS::Topic");
    private static final Scope ANALYZERS = new Scope(Moto.ACCOUNT, REGION, "AWS::AccessAnalyzer::Analyzer");
    private static final String ANALYZER = "arn:aws:access-analyzer:eu-central-1:123456789012:analyzer/outside";
    private static final String EVERYTHING =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";
    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
             "Principal":{"AWS":"arn:aws:iam::444455556666:root"},
             "Condition":{"StringEquals":{"sts:ExternalId":"only-we-know-this"}}}]}""";

    @RegisterExtension
    private final EmulatedAws emulated = new EmulatedAws();

    private final AwsProxy proxy = emulated.proxy();
    private final IamClient iam = emulated.clients(Scope.GLOBAL).iam();
    private final AwsClients aws = emulated.clients(REGION);

    @Test
    void readsARoleWithItsTrustAndItsPoliciesAndMasksTheExternalId() {
        String id = iam.createRole(request ->
                        request.roleName("partner").path("/partners/").assumeRolePolicyDocument(TRUST))
                .role()
                .roleId();
        iam.putRolePolicy(
                request -> request.roleName("partner").policyName("own").policyDocument(EVERYTHING));
        iam.attachRolePolicy(
                request -> request.roleName("partner").policyArn("arn:aws:iam::aws:policy/ReadOnlyAccess"));

        Recorded recorded = LiveScan.at(proxy.endpoint(), ROLES);

        ResourceConfiguration role = recorded.item(id);
        assertThat(role.unread()).isEmpty();
        assertThat(role.resourceName()).isEqualTo("partner");
        assertThat(role.configuration())
                .containsEntry("path", "/partners/")
                .containsEntry(
                        "attachedManagedPolicies",
                        List.of(Map.of(
                                "policyName", "ReadOnlyAccess", "policyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess")))
                .extracting("assumeRolePolicyDocument.Version")
                .isEqualTo("2012-10-17");
        assertThat(role.configuration().toString()).contains("policyName=own", "sts:ExternalId=masked");
        assertThat(recorded.text()).doesNotContain("only-we-know-this");
    }

    @Test
    void readsWhatTheCustomersOwnPoliciesSayThatARoleHolds() {
        String id = iam.createRole(request -> request.roleName("runner").assumeRolePolicyDocument(TRUST))
                .role()
                .roleId();
        String house = iam.createPolicy(request -> request.policyName("house").policyDocument(EVERYTHING))
                .policy()
                .arn();
        iam.attachRolePolicy(request -> request.roleName("runner").policyArn(house));

        ResourceConfiguration role = LiveScan.at(proxy.endpoint(), ROLES).item(id);

        assertThat(role.supplementaryConfiguration())
                .extracting("attachedPolicies")
                .asString()
                .contains("policyName=house", "document={Statement=[{Action=*");
    }

    @Test
    void readsThePolicyVersionInForceOnly() {
        Policy made = iam.createPolicy(request -> request.policyName("deploy")
                        .policyDocument(EVERYTHING.replace("\"Action\":\"*\"", "\"Action\":\"s3:*\"")))
                .policy();
        iam.createPolicyVersion(request ->
                request.policyArn(made.arn()).policyDocument(EVERYTHING).setAsDefault(true));

        ResourceConfiguration policy = LiveScan.at(proxy.endpoint(), POLICIES).item(made.arn());

        assertThat(policy.resourceName()).isEqualTo("deploy");
        assertThat(policy.configuration()).containsEntry("attachmentCount", 0L);
        assertThat(policy.configuration().toString())
                .contains("versionId=v2", "Action=*")
                .doesNotContain("versionId=v1");
    }

    @Test
    void readsAQueueWithItsPolicyAndLeavesTheMessagesBehind() {
        SqsClient sqs = aws.client(SqsClient.class, SqsClient::builder);
        String url = sqs.createQueue(request -> request.queueName("orders")
                        .attributes(Map.of(QueueAttributeName.SQS_MANAGED_SSE_ENABLED, "true"))
                        .tags(Map.of("team", "retail")))
                .queueUrl();
        sqs.setQueueAttributes(
                request -> request.queueUrl(url).attributes(Map.of(QueueAttributeName.POLICY, EVERYTHING)));

        ResourceConfiguration queue = LiveScan.at(proxy.endpoint(), QUEUES).item("orders");

        assertThat(queue.unread()).isEmpty();
        assertThat(queue.tags()).containsEntry("team", "retail");
        assertThat(queue.arn()).isEqualTo("arn:aws:sqs:eu-central-1:123456789012:orders");
        assertThat(queue.configuration())
                .containsEntry("kmsMasterKeyId", null)
                .containsEntry("sqsManagedSseEnabled", true)
                .doesNotContainKey("approximateNumberOfMessages")
                .extracting("policy.Version")
                .isEqualTo("2012-10-17");
    }

    @Test
    void listsAQueueWhoseAttributesAreRefused() {
        aws.client(SqsClient.class, SqsClient::builder).createQueue(request -> request.queueName("orders"));
        proxy.jsonFault("AmazonSQS.GetQueueAttributes", 403, "AccessDeniedException");

        ResourceConfiguration queue = LiveScan.at(proxy.endpoint(), QUEUES).item("orders");

        assertThat(queue.unread())
                .containsExactly(new Unread("configuration", "access denied", "sqs:GetQueueAttributes"));
    }

    @Test
    void readsATopicWithItsSubscribersHashed() {
        SnsClient sns = aws.client(SnsClient.class, SnsClient::builder);
        String arn = sns.createTopic(request -> request.name("orders")).topicArn();
        sns.subscribe(request -> request.topicArn(arn).protocol("http").endpoint("http://shop.example/token-123"));

        Recorded recorded = LiveScan.at(proxy.endpoint(), TOPICS);

        ResourceConfiguration topic = recorded.item(arn);
        assertThat(topic.unread()).isEmpty();
        assertThat(topic.resourceName()).isEqualTo("orders");
        assertThat(topic.configuration())
                .containsEntry("kmsMasterKeyId", null)
                .doesNotContainKey("subscriptionsConfirmed")
                .extracting("policy.Statement")
                .isNotNull();
        assertThat(topic.supplementaryConfiguration().toString()).contains("protocol=http", "endpoint=hmac:");
        assertThat(recorded.text()).doesNotContain("shop.example");
    }

    @Test
    void readsAnAnalyzerAndWhetherAnyFindingIsOpen() {
        proxy.json("/findingv2", """
                        {"findings":[{"id":"1","status":"ACTIVE","resourceType":"AWS::S3::Bucket"}]}""").json("/analyzer", """
                        {"analyzers":[{"arn":"%s","name":"outside","type":"ACCOUNT","status":"ACTIVE",
                         "createdAt":"2026-01-01T00:00:00Z","lastResourceAnalyzed":"arn:aws:s3:::secret"}]}""".formatted(ANALYZER));

        Recorded recorded = LiveScan.at(proxy.endpoint(), ANALYZERS);

        ResourceConfiguration analyzer = recorded.item(ANALYZER);
        assertThat(analyzer.unread()).isEmpty();
        assertThat(analyzer.configuration()).containsEntry("type", "ACCOUNT").containsEntry("status", "ACTIVE");
        assertThat(analyzer.supplementaryConfiguration()).containsEntry("hasOpenFindings", true);
        assertThat(recorded.text()).doesNotContain("arn:aws:s3:::secret");
    }
}
