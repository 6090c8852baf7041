package dev.demarc.scanner.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Unread;
import dev.demarc.scanner.collector.AllCollectors;
import dev.demarc.scanner.run.Bus;
import dev.demarc.scanner.scan.LiveScan;
import dev.demarc.scanner.scan.Recorded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Items in the shapes of AWS Config's documentation and resource schemas, and what becomes of them. */
class AwsConfigTypesTest {
    private static final Path SNAPSHOT = Path.of("src/test/resources/snapshots/aws-config-types.json");
    private static final Recorded RECORDED = new Recorded();
    private static Survey survey;

    @BeforeAll
    static void importTheSnapshot() throws IOException {
        survey = new SnapshotImport(
                        new Bus(RECORDED.producer()),
                        LiveScan.canonicalizer(),
                        AllCollectors.make(),
                        new EmptyMemory(),
                        Clock.systemUTC())
                .run(SNAPSHOT, ImportOptions.NONE, EmptyMemory.before(), ended -> {});
    }

    @Test
    void understandsEveryItem() {
        assertThat(survey.faults()).isEmpty();
        assertThat(survey.foreign()).isEmpty();
    }

    @Test
    void bringsADatabaseIntoTheCanonicalForm() {
        ResourceConfiguration database = item("arn:aws:rds:eu-central-1:111122223333:db:ledger");

        assertThat(database.configuration())
                .containsEntry("dbInstanceIdentifier", "ledger")
                .containsEntry("iamDatabaseAuthenticationEnabled", false)
                .containsEntry("autoMinorVersionUpgrade", false)
                .containsEntry("dbClusterIdentifier", null)
                .extracting("dbSubnetGroup.dbSubnetGroupName", "endpoint.port")
                .containsExactly("default", 5432L);
        assertThat(database.tags()).containsKey("team");
        unread(database)
                .contains(
                        "configuration.certificateDetails",
                        "supplementaryConfiguration.parameters",
                        "supplementaryConfiguration.pendingMaintenanceActions")
                .doesNotContain("configuration.kmsKeyId");
    }

    @Test
    void leavesClustersOfOtherServicesOut() {
        assertThat(RECORDED.items())
                .extracting(ResourceConfiguration::resourceId)
                .doesNotContain("cluster-DOC");
    }

    @Test
    void bringsAFunctionIntoTheCanonicalFormWithoutItsSecrets() {
        ResourceConfiguration function = item("orders", "AWS::Lambda::Function");

        assertThat(function.configuration())
                .containsEntry("runtime", "python3.8")
                .containsEntry("vpcConfig", null);
        assertThat(function.supplementaryConfiguration())
                .extracting("policy.Version")
                .isEqualTo("2012-10-17");
        assertThat(function.toString()).contains("DB_PASSWORD").doesNotContain("hunter2");
        unread(function)
                .contains(
                        "supplementaryConfiguration.runtimeManagementConfig",
                        "supplementaryConfiguration.executionRole",
                        "supplementaryConfiguration.variablesHaveSecret");
    }

    @Test
    void bringsARoleWithItsDocumentsIntoTheCanonicalForm() {
        ResourceConfiguration role = item("AROAEXAMPLE");

        assertThat(role.configuration())
                .containsEntry("permissionsBoundary", null)
                .extracting("assumeRolePolicyDocument.Version")
                .isEqualTo("2012-10-17");
        assertThat(role.configuration().toString()).contains("policyDocument={Statement=[{Action=*");
        unread(role).containsExactly("configuration.roleLastUsed");
    }

    @Test
    void bringsAGroupWithItsDocumentsIntoTheCanonicalForm() {
        assertThat(item("AGPAEXAMPLE").configuration().toString()).contains("policyDocument={Statement=[{Action=*");
        assertThat(item("AGPAEXAMPLE").unread()).isEmpty();
    }

    @Test
    void leavesTheRotationOfASecretUnread() {
        ResourceConfiguration secret = item("arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders-AbCdEf");

        assertThat(secret.configuration()).containsEntry("name", "orders").containsEntry("kmsKeyId", null);
        assertThat(secret.toString()).doesNotContain("hunter2");
        unread(secret).contains("configuration.rotationEnabled", "supplementaryConfiguration.resourcePolicy");
    }

    @Test
    void keepsThePolicyVersionThatIsInForce() {
        assertThat(item("ANPAEXAMPLE").configuration().get("policyVersionList"))
                .asString()
                .contains("versionId=v2", "document={Statement")
                .doesNotContain("versionId=v1");
    }

    @Test
    void bringsAKeyAndItsRotationIntoTheCanonicalForm() {
        ResourceConfiguration key = item("1a2b");

        assertThat(key.configuration()).containsEntry("awsAccountId", "111122223333");
        assertThat(key.supplementaryConfiguration())
                .extracting("keyRotationStatus.keyRotationEnabled")
                .isEqualTo(true);
        unread(key).contains("supplementaryConfiguration.keyPolicy");
    }

    @Test
    void bringsATableAndItsBackupsIntoTheCanonicalForm() {
        ResourceConfiguration table = item("orders", "AWS::DynamoDB::Table");

        assertThat(table.configuration()).extracting("sseDescription.sseType").isEqualTo("KMS");
        assertThat(table.supplementaryConfiguration())
                .extracting("continuousBackupsDescription.pointInTimeRecoveryDescription.pointInTimeRecoveryStatus")
                .isEqualTo("DISABLED");
        unread(table).contains("supplementaryConfiguration.resourcePolicy");
    }

    @Test
    void bringsASubnetAndADiskIntoTheCanonicalForm() {
        assertThat(item("subnet-1").configuration())
                .containsEntry("ownerId", "999988887777")
                .containsEntry("mapPublicIpOnLaunch", true);
        unread(item("subnet-1")).contains("supplementaryConfiguration.routesToInternet");
        assertThat(item("vol-1").configuration())
                .containsEntry("encrypted", false)
                .containsEntry("kmsKeyId", null);
    }

    @Test
    void callsATrailByItsArn() {
        ResourceConfiguration trail = item("arn:aws:cloudtrail:eu-central-1:111122223333:trail/main");

        assertThat(trail.configuration())
                .containsEntry("isMultiRegionTrail", false)
                .containsEntry("kmsKeyId", null);
        unread(trail)
                .containsExactly(
                        "supplementaryConfiguration.eventSelectors",
                        "supplementaryConfiguration.metricFilters",
                        "supplementaryConfiguration.trailStatus");
    }

    @Test
    void bringsQueueAndTopicIntoTheFormOfTheirAttributes() {
        ResourceConfiguration queue = item("orders", "AWS::SQS::Queue");
        ResourceConfiguration topic = item("arn:aws:sns:eu-central-1:111122223333:orders");

        assertThat(queue.configuration())
                .containsEntry("kmsMasterKeyId", null)
                .containsEntry("sqsManagedSseEnabled", false);
        assertThat(queue.tags()).containsKey("team");
        unread(queue).contains("configuration.policy");
        assertThat(topic.configuration())
                .containsEntry("kmsMasterKeyId", null)
                .extracting("policy.Version")
                .isEqualTo("2012-10-17");
    }

    @Test
    void bringsWhatFollowsCloudFormationIntoTheCanonicalForm() {
        ResourceConfiguration repository = item("shop");
        ResourceConfiguration service = item("arn:aws:ecs:eu-central-1:111122223333:service/main/shop");
        ResourceConfiguration task = item("arn:aws:ecs:eu-central-1:111122223333:task-definition/shop:1");
        ResourceConfiguration files = item("fs-1");

        assertThat(repository.configuration())
                .containsEntry("repositoryArn", "arn:aws:ecr:eu-central-1:111122223333:repository/shop")
                .extracting("imageScanningConfiguration.scanOnPush")
                .isEqualTo(false);
        unread(repository).contains("supplementaryConfiguration.repositoryPolicy");
        assertThat(service.configuration())
                .extracting("networkConfiguration.awsvpcConfiguration.assignPublicIp")
                .isEqualTo("ENABLED");
        unread(service).contains("configuration.platformVersion", "supplementaryConfiguration.runningLaunchTypes");
        assertThat(task.configuration().toString())
                .contains("privileged=true", "name=TOKEN")
                .doesNotContain("hunter2");
        assertThat(files.supplementaryConfiguration())
                .extracting("backupPolicy.status", "fileSystemPolicy.Version")
                .containsExactly("ENABLED", "2012-10-17");
    }

    @Test
    void bringsWhatStandsBeforeWorkloadsIntoTheCanonicalForm() {
        ResourceConfiguration balancer =
                item("arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/shop/1a2b");
        ResourceConfiguration classic = item("old");
        ResourceConfiguration distribution = item("E1A2B3");
        ResourceConfiguration certificate = item("arn:aws:acm:eu-central-1:111122223333:certificate/a1b2");

        assertThat(balancer.configuration())
                .containsEntry("type", "application")
                .containsEntry("dnsName", "shop.example.com");
        assertThat(balancer.supplementaryConfiguration().get("loadBalancerAttributes"))
                .asString()
                .contains("deletion_protection.enabled");
        unread(balancer).contains("supplementaryConfiguration.listeners", "supplementaryConfiguration.webAcl");
        assertThat(classic.configuration().toString()).contains("loadBalancerPort=80");
        assertThat(classic.supplementaryConfiguration())
                .extracting("loadBalancerAttributes.crossZoneLoadBalancing.enabled")
                .isEqualTo(false);
        assertThat(distribution.configuration().toString())
                .contains("viewerProtocolPolicy=allow-all", "X-Origin-Verify")
                .doesNotContain("hunter2");
        assertThat(certificate.configuration())
                .containsEntry("type", "IMPORTED")
                .containsEntry("notAfter", "2026-12-31T00:00:00Z");
    }

    @Test
    void bringsADetectorIntoTheCanonicalForm() {
        ResourceConfiguration detector = item("12abc34d567e8fa901bc2d34e56789f0");

        assertThat(detector.configuration()).containsEntry("status", "ENABLED");
        assertThat(detector.configuration().toString()).contains("name=S3_DATA_EVENTS");
        unread(detector).contains("configuration.createdAt", "supplementaryConfiguration.hasOpenHighFindings");
    }

    @Test
    void leavesTheEndOfTrustInAnIdentityProviderUnread() {
        ResourceConfiguration provider = item("arn:aws:iam::111122223333:saml-provider/people");

        assertThat(provider.toString()).doesNotContain("hunter2");
        unread(provider).containsExactly("configuration.createDate", "configuration.validUntil");
    }

    @Test
    void callsWhatIsSaidOfAMachineByTheMachine() {
        assertThat(item("i-0a1b2c", "AWS::SSM::PatchCompliance").supplementaryConfiguration())
                .extracting("patchState.missingCount")
                .isEqualTo(1L);
        assertThat(item("i-0a1b2c", "AWS::SSM::AssociationCompliance").configuration())
                .containsEntry("status", "COMPLIANT");
        assertThat(item("i-0a1b2c", "AWS::SSM::ManagedInstanceInventory").toString())
                .contains("Amazon Linux")
                .doesNotContain("ledger.corp", "10.0.0.7");
    }

    private static AbstractListAssert<?, ?, String, ObjectAssert<String>> unread(ResourceConfiguration item) {
        assertThat(item.unread())
                .extracting(Unread::reason)
                .isSubsetOf(DeclaredShape.NOT_RECORDED, DeclaredShape.LEFT_OUT);
        return assertThat(item.unread()).extracting(Unread::path);
    }

    private static ResourceConfiguration item(String id) {
        return RECORDED.item(id);
    }

    private static ResourceConfiguration item(String id, String type) {
        return RECORDED.items().stream()
                .filter(item ->
                        item.resourceId().equals(id) && item.resourceType().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
