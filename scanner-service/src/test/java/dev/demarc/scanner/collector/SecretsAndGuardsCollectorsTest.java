package dev.demarc.scanner.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

class SecretsAndGuardsCollectorsTest {
    private static final String REGION = "eu-central-1";
    private static final String MAIL_REGION = "eu-west-1";
    private static final String EVERYONE =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

    @RegisterExtension
    private final EmulatedAws emulated = new EmulatedAws();

    private final AwsProxy proxy = emulated.proxy();
    private final AwsClients aws = emulated.clients(REGION);

    @Test
    void readsASecretsRotationAndPolicyAndNeverItsValue() {
        SecretsManagerClient secrets = aws.client(SecretsManagerClient.class, SecretsManagerClient::builder);
        String arn = secrets.createSecret(request -> request.name("orders/db")
                        .description("opens with hunter2hunter2")
                        .secretString("hunter2hunter2")
                        .tags(Tag.builder().key("team").value("retail").build()))
                .arn();
        secrets.putResourcePolicy(request -> request.secretId(arn).resourcePolicy(EVERYONE));

        Recorded recorded = LiveScan.at(proxy.endpoint(), scope("AWS::SecretsManager::Secret"));

        ResourceConfiguration secret = recorded.item(arn);
        assertThat(secret.unread()).isEmpty();
        assertThat(secret.tags()).containsEntry("team", "retail");
        assertThat(secret.configuration())
                .containsEntry("name", "orders/db")
                .containsEntry("rotationRules", null)
                .containsEntry("owningService", null);
        assertThat(secret.supplementaryConfiguration())
                .extracting("resourcePolicy.Version")
                .isEqualTo("2012-10-17");
        assertThat(recorded.text()).doesNotContain("hunter2hunter2");
    }

    @Test
    void readsHowLongALogGroupKeepsButNotHowMuchItHolds() {
        CloudWatchLogsClient logs = aws.client(CloudWatchLogsClient.class, CloudWatchLogsClient::builder);
        logs.createLogGroup(request -> request.logGroupName("/orders").tags(Map.of("team", "retail")));
        logs.createLogGroup(request -> request.logGroupName("/short"));
        logs.putRetentionPolicy(request -> request.logGroupName("/short").retentionInDays(14));

        Recorded recorded = LiveScan.at(proxy.endpoint(), scope("AWS::Logs::LogGroup"));

        assertThat(recorded.item("/orders").unread()).isEmpty();
        assertThat(recorded.item("/orders").tags()).containsEntry("team", "retail");
        assertThat(recorded.item("/orders").configuration())
                .containsEntry("retentionInDays", null)
                .containsEntry("kmsKeyId", null)
                .doesNotContainKeys("storedBytes", "metricFilterCount");
        assertThat(recorded.item("/short").configuration()).containsEntry("retentionInDays", 14L);
    }

    @Test
    void readsADetectorAndOnlyWhetherAnythingGraveIsOpen() {
        String id = aws.client(GuardDutyClient.class, GuardDutyClient::builder)
                .createDetector(request -> request.enable(true).tags(Map.of("team", "security")))
                .detectorId();
        proxy.json("/findings", "{\"findingIds\":[\"60b5c1d2\"]}");

        Recorded recorded = LiveScan.at(proxy.endpoint(), scope("AWS::GuardDuty::Detector"));

        ResourceConfiguration detector = recorded.item(id);
        assertThat(detector.unread()).isEmpty();
        assertThat(detector.tags()).containsEntry("team", "security");
        assertThat(detector.configuration()).containsEntry("status", "ENABLED").containsKey("features");
        assertThat(detector.supplementaryConfiguration()).containsEntry("hasOpenHighFindings", true);
        assertThat(recorded.text()).doesNotContain("60b5c1d2");
    }

    @Test
    void readsAClusterWithItsNewestBackupAndWithoutItsFirstPassword() {
        proxy.json("DescribeClusters", """
                        {"Clusters":[{"ClusterId":"cluster-1","State":"ACTIVE","HsmType":"hsm2m.medium","PreCoPassword":"first-password",
                         "BackupPolicy":"DEFAULT","BackupRetentionPolicy":{"Type":"DAYS","Value":"90"},"CreateTimestamp":1760000000,
                         "Certificates":{"ClusterCsr":"-----BEGIN CERTIFICATE REQUEST-----"},
                         "TagList":[{"Key":"team","Value":"payments"}],
                         "Hsms":[{"HsmId":"hsm-1","AvailabilityZone":"eu-central-1a","State":"ACTIVE","StateMessage":"HSM created."}]},
                         {"ClusterId":"cluster-0","State":"DELETED"}]}""").json("DescribeBackups", """
                        {"Backups":[{"BackupId":"backup-2","BackupState":"READY","ClusterId":"cluster-1","CreateTimestamp":1760000000,
                         "NeverExpires":false}]}""");

        Recorded recorded = LiveScan.at(proxy.endpoint(), scope("AWS::CloudHSM::Cluster"));

        ResourceConfiguration cluster = recorded.item("cluster-1");
        assertThat(recorded.items()).hasSize(1);
        assertThat(cluster.unread()).isEmpty();
        assertThat(cluster.tags()).containsEntry("team", "payments");
        assertThat(cluster.configuration().get("hsms")).asInstanceOf(LIST).hasSize(1);
        assertThat(cluster.supplementaryConfiguration())
                .extracting("newestBackup.backupState", "newestBackup.createTimestamp")
                .containsExactly("READY", "2025-10-09T00:00:00Z");
        assertThat(recorded.text()).doesNotContain("first-password", "CERTIFICATE REQUEST");
    }

    @Test
    void readsHowPeopleSignInToMail() {
        proxy.json("ListOrganizations", """
                        {"OrganizationSummaries":[{"OrganizationId":"m-1","Alias":"shop","DefaultMailDomain":"shop.example","State":"Active"},
                         {"OrganizationId":"m-0","Alias":"gone","State":"Deleted"}]}""")
                .json("ListTagsForResource", "{\"Tags\":[{\"Key\":\"team\",\"Value\":\"retail\"}]}")
                .json("DescribeIdentityProviderConfiguration", """
                        {"AuthenticationMode":"IDENTITY_PROVIDER_ONLY","IdentityCenterConfiguration":{"InstanceArn":"arn:aws:sso:::instance/i",
                         "ApplicationArn":"arn:aws:sso::1:application/a"},"PersonalAccessTokenConfiguration":{"Status":"INACTIVE"}}""")
                .json("ListAccessControlRules", """
                        {"Rules":[{"Name":"Default","Effect":"ALLOW","UserIds":["S-1-1-12-1-2"],"DateCreated":1760000000}]}""");

        Recorded recorded =
                LiveScan.at(proxy.endpoint(), new Scope(Moto.ACCOUNT, MAIL_REGION, "AWS::WorkMail::Organization"));

        ResourceConfiguration mail = recorded.item("m-1");
        assertThat(recorded.items()).hasSize(1);
        assertThat(mail.unread()).isEmpty();
        assertThat(mail.resourceName()).isEqualTo("shop");
        assertThat(mail.arn()).isEqualTo("arn:aws:workmail:eu-west-1:123456789012:organization/m-1");
        assertThat(mail.supplementaryConfiguration())
                .extracting("identityProvider.authenticationMode")
                .isEqualTo("IDENTITY_PROVIDER_ONLY");
        assertThat(recorded.text()).doesNotContain("S-1-1-12-1-2");
    }

    @Test
    void tellsMailWithoutAnIdentityProviderFromOneThatMayNotBeSeen() {
        proxy.json(
                        "ListOrganizations",
                        "{\"OrganizationSummaries\":[{\"OrganizationId\":\"m-1\",\"State\":\"Active\"}]}")
                .json("ListTagsForResource", "{\"Tags\":[]}")
                .jsonFault("DescribeIdentityProviderConfiguration", 400, "ResourceNotFoundException")
                .jsonFault("ListAccessControlRules", 400, "AccessDeniedException");

        ResourceConfiguration mail = LiveScan.at(
                        proxy.endpoint(), new Scope(Moto.ACCOUNT, MAIL_REGION, "AWS::WorkMail::Organization"))
                .item("m-1");

        assertThat(mail.supplementaryConfiguration()).containsEntry("identityProvider", null);
        assertThat(mail.unread())
                .containsExactly(new Unread(
                        "supplementaryConfiguration.accessControlRules",
                        "access denied",
                        "workmail:ListAccessControlRules"));
    }

    @Test
    void findsNoMailWhereAwsHasNone() {
        proxy.jsonFault("ListOrganizations", 400, "AccessDeniedException");

        Recorded recorded = LiveScan.at(proxy.endpoint(), scope("AWS::WorkMail::Organization"));

        assertThat(recorded.items()).isEmpty();
        assertThat(recorded.end().outcome()).isEqualTo(Outcome.COMPLETE);
    }

    @Test
    void saysOfTheAccountWhatDoesNotWatchIt() {
        ResourceConfiguration inRegion =
                LiveScan.at(proxy.endpoint(), scope("AWS::::Account")).item(Moto.ACCOUNT);
        ResourceConfiguration everywhere = LiveScan.at(
                        proxy.endpoint(), new Scope(Moto.ACCOUNT, Scope.GLOBAL, "AWS::::Account"))
                .item(Moto.ACCOUNT);

        assertThat(inRegion.supplementaryConfiguration())
                .containsEntry("configurationRecorders", List.of())
                .containsEntry("threatDetectors", List.of())
                .containsEntry("loadAlarms", List.of())
                .containsEntry("backupPlanExists", false)
                .containsEntry("holdsVolumes", false)
                .containsEntry("holdsInstances", false);
        assertThat(everywhere.supplementaryConfiguration())
                .containsEntry("multiRegionTrails", List.of())
                .containsEntry("samlProviders", List.of())
                .containsEntry("supportRoleExists", false);
    }

    private static Scope scope(String type) {
        return new Scope(Moto.ACCOUNT, REGION, type);
    }
}
