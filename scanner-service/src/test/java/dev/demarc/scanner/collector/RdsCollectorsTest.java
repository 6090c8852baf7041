package dev.demarc.scanner.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Unread;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.scanner.aws.AwsProxy;
import dev.demarc.scanner.aws.EmulatedAws;
import dev.demarc.scanner.aws.Moto;
import dev.demarc.scanner.scan.LiveScan;
import dev.demarc.scanner.scan.Recorded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.ApplyMethod;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Parameter;
import software.amazon.awssdk.services.rds.model.Tag;

class RdsCollectorsTest {
    private static final String REGION = "eu-central-1";
    private static final Scope INSTANCES = new Scope(Moto.ACCOUNT, REGION, "AWS::RDS::DBInstance");
    private static final Scope CLUSTERS = new Scope(Moto.ACCOUNT, REGION, "AWS::RDS::DBCluster");
    private static final String PASSWORD = "correct-horse-9271";

    @RegisterExtension
    private final EmulatedAws emulated = new EmulatedAws();

    private final AwsProxy proxy = emulated.proxy();
    private final RdsClient rds = emulated.clients(REGION).client(RdsClient.class, RdsClient::builder);

    @BeforeEach
    void anEmptyAccountAndWhatTheEmulatorLacks() {
        answer(
                "DescribeDBEngineVersions",
                "<DBEngineVersions><DBEngineVersion><Engine>postgres</Engine><EngineVersion>16.4</EngineVersion><Status>available</Status></DBEngineVersion></DBEngineVersions>");
        answer("DescribePendingMaintenanceActions", "<PendingMaintenanceActions/>");
        answer(
                "DescribeDBClusterParameters",
                "<Parameters><Parameter><ParameterName>rds.force_ssl</ParameterName><ParameterValue>1</ParameterValue></Parameter><Parameter><ParameterName>log_statement</ParameterName><ParameterValue>all</ParameterValue></Parameter></Parameters>");
    }

    @Test
    void readsAnInstanceWithoutWhoItsMasterIs() {
        DBInstance created = instance("ledger", "chief-of-ledger");

        Recorded recorded = LiveScan.at(proxy.endpoint(), INSTANCES);

        ResourceConfiguration ledger = recorded.item(created.dbInstanceArn());
        assertThat(ledger.resourceName()).isEqualTo("ledger");
        assertThat(ledger.arn()).isEqualTo("arn:aws:rds:eu-central-1:123456789012:db:ledger");
        assertThat(ledger.tags()).containsEntry("team", "payments");
        assertThat(ledger.unread()).isEmpty();
        assertThat(ledger.configuration())
                .containsEntry("engine", "postgres")
                .containsEntry("storageEncrypted", true)
                .containsEntry("publiclyAccessible", false)
                .doesNotContainKeys("masterUsername", "tagList", "latestRestorableTime");
        assertThat(ledger.supplementaryConfiguration())
                .containsEntry("masterUsernameIsDefault", false)
                .containsEntry("pendingMaintenanceActions", List.of())
                .containsEntry("cluster", null)
                .extracting("engineVersion.status")
                .isEqualTo("available");
        assertThat(recorded.text()).doesNotContain("chief-of-ledger", PASSWORD);
    }

    @Test
    void keepsDatabasesApartToWhichAwsGaveOneResourceId() {
        answer("DescribeDBInstances", """
                <DBInstances>
                <DBInstance><DBInstanceArn>arn:aws:rds:eu-central-1:123456789012:db:one</DBInstanceArn>
                <DbiResourceId>db-1</DbiResourceId><Engine>postgres</Engine></DBInstance>
                <DBInstance><DBInstanceArn>arn:aws:rds:eu-central-1:123456789012:db:two</DBInstanceArn>
                <DbiResourceId>db-1</DbiResourceId><Engine>postgres</Engine></DBInstance>
                </DBInstances>
                """);

        Recorded recorded = LiveScan.at(proxy.endpoint(), INSTANCES);

        assertThat(recorded.items()).hasSize(2);
        assertThat(recorded.end().count()).isEqualTo(2);
        assertThat(recorded.end().remark()).isNull();
    }

    @Test
    void tellsOfADatabaseThatAwsGaveNoIdAndReadsTheRest() {
        answer("DescribeDBInstances", """
                <DBInstances>
                <DBInstance><DBInstanceArn>arn:aws:rds:eu-central-1:123456789012:db:one</DBInstanceArn></DBInstance>
                <DBInstance><DBInstanceIdentifier>nameless</DBInstanceIdentifier></DBInstance>
                </DBInstances>
                """);

        Recorded recorded = LiveScan.at(proxy.endpoint(), INSTANCES);

        assertThat(recorded.items()).hasSize(1);
        assertThat(recorded.end())
                .extracting(RunEnded::outcome, RunEnded::remark)
                .containsExactly(Outcome.COMPLETE, "1 listed item is not read: AWS gave it no id");
        assertThat(recorded.all(EventType.SCAN_PROGRESS, ScanProgress.class))
                .last()
                .extracting(ScanProgress::remark)
                .isEqualTo("1 listed item is not read: AWS gave it no id");
    }

    @Test
    void marksAMasterWhoseNameTheConsoleProposes() {
        DBInstance created = instance("ledger", "postgres");

        ResourceConfiguration ledger = LiveScan.at(proxy.endpoint(), INSTANCES).item(created.dbInstanceArn());

        assertThat(ledger.supplementaryConfiguration()).containsEntry("masterUsernameIsDefault", true);
    }

    @Test
    void joinsTheMaintenanceThatWaitsWithAndWithoutADate() {
        DBInstance created = instance("ledger", "chief");
        answer("DescribePendingMaintenanceActions", """
                <PendingMaintenanceActions><ResourcePendingMaintenanceActions>
                <ResourceIdentifier>%s</ResourceIdentifier><PendingMaintenanceActionDetails>
                <PendingMaintenanceAction><Action>system-update</Action></PendingMaintenanceAction>
                <PendingMaintenanceAction><Action>db-upgrade</Action>
                <CurrentApplyDate>2026-12-01T03:00:00Z</CurrentApplyDate></PendingMaintenanceAction>
                </PendingMaintenanceActionDetails></ResourcePendingMaintenanceActions></PendingMaintenanceActions>
                """.formatted(created.dbInstanceArn()));

        ResourceConfiguration ledger = LiveScan.at(proxy.endpoint(), INSTANCES).item(created.dbInstanceArn());

        assertThat(ledger.supplementaryConfiguration().get("pendingMaintenanceActions"))
                .asInstanceOf(LIST)
                .extracting("action", "currentApplyDate")
                .containsExactlyInAnyOrder(tuple("system-update", null), tuple("db-upgrade", "2026-12-01T03:00:00Z"));
    }

    @Test
    void keepsOnlyTheParametersThatDecideOnTls() {
        rds.createDBParameterGroup(request -> request.dbParameterGroupName("strict")
                .dbParameterGroupFamily("postgres16")
                .description("strict"));
        rds.modifyDBParameterGroup(request -> request.dbParameterGroupName("strict")
                .parameters(parameter("rds.force_ssl", "1"), parameter("rds.secret_of_ours", "opensesame77")));
        DBInstance created = rds.createDBInstance(request -> request.dbInstanceIdentifier("ledger")
                        .dbInstanceClass("db.t3.micro")
                        .engine("postgres")
                        .engineVersion("16.4")
                        .dbParameterGroupName("strict")
                        .allocatedStorage(20))
                .dbInstance();

        Recorded recorded = LiveScan.at(proxy.endpoint(), INSTANCES);

        assertThat(recorded.item(created.dbInstanceArn())
                        .supplementaryConfiguration()
                        .get("parameters"))
                .isEqualTo(List.of(Map.of("parameterName", "rds.force_ssl", "parameterValue", "1")));
        assertThat(recorded.text()).doesNotContain("opensesame77");
    }

    @Test
    void joinsAClusterWithEveryMemberAndTheMembersWithTheirCluster() {
        rds.createDBCluster(request -> request.dbClusterIdentifier("catalog")
                .engine("aurora-postgresql")
                .engineVersion("16.4")
                .masterUsername("chief")
                .masterUserPassword(PASSWORD));
        DBInstance upgraded = member("catalog-1", true);
        DBInstance held = member("catalog-2", false);
        String cluster = rds.describeDBClusters().dbClusters().get(0).dbClusterArn();

        ResourceConfiguration read = LiveScan.at(proxy.endpoint(), CLUSTERS).item(cluster);
        ResourceConfiguration one = LiveScan.at(proxy.endpoint(), INSTANCES).item(upgraded.dbInstanceArn());

        assertThat(read.resourceName()).isEqualTo("catalog");
        assertThat(read.unread()).isEmpty();
        assertThat(read.configuration()).doesNotContainKey("masterUsername");
        assertThat(read.supplementaryConfiguration().get("parameters"))
                .isEqualTo(List.of(Map.of("parameterName", "rds.force_ssl", "parameterValue", "1")));
        assertThat(read.supplementaryConfiguration().get("members"))
                .asInstanceOf(LIST)
                .extracting("dbInstanceIdentifier", "autoMinorVersionUpgrade")
                .containsExactlyInAnyOrder(tuple("catalog-1", true), tuple("catalog-2", false));
        assertThat(one.supplementaryConfiguration())
                .extracting("cluster.dbClusterIdentifier")
                .isEqualTo("catalog");
        assertThat(one.supplementaryConfiguration())
                .extracting("cluster.members")
                .asInstanceOf(LIST)
                .extracting("dbInstanceIdentifier")
                .containsExactlyInAnyOrder("catalog-1", held.dbInstanceIdentifier());
    }

    @Test
    void leavesGraphAndDocumentDatabasesToTheirOwnServices() {
        rds.createDBCluster(request -> request.dbClusterIdentifier("graph")
                .engine("neptune")
                .masterUsername("chief")
                .masterUserPassword(PASSWORD));

        Recorded recorded = LiveScan.at(proxy.endpoint(), CLUSTERS);

        assertThat(recorded.items()).isEmpty();
        assertThat(recorded.end().outcome()).isEqualTo(Outcome.COMPLETE);
    }

    @Test
    void namesThePermissionOfWhatAloneIsDenied() {
        DBInstance created = instance("ledger", "chief");
        proxy.refuse("Action=DescribePendingMaintenanceActions", 403, "AccessDenied")
                .refuse("Action=DescribeDBEngineVersions", 403, "AccessDenied");

        ResourceConfiguration ledger = LiveScan.at(proxy.endpoint(), INSTANCES).item(created.dbInstanceArn());

        assertThat(ledger.unread())
                .containsExactlyInAnyOrder(
                        new Unread(
                                "supplementaryConfiguration.pendingMaintenanceActions",
                                "access denied",
                                "rds:DescribePendingMaintenanceActions"),
                        new Unread(
                                "supplementaryConfiguration.engineVersion",
                                "access denied",
                                "rds:DescribeDBEngineVersions"));
        assertThat(ledger.supplementaryConfiguration())
                .doesNotContainKeys("pendingMaintenanceActions", "engineVersion");
    }

    private void answer(String action, String result) {
        proxy.xml(
                "Action=" + action,
                "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>".formatted(action, result));
    }

    private DBInstance instance(String name, String master) {
        return rds.createDBInstance(request -> request.dbInstanceIdentifier(name)
                        .dbInstanceClass("db.t3.micro")
                        .engine("postgres")
                        .engineVersion("16.4")
                        .storageEncrypted(true)
                        .publiclyAccessible(false)
                        .allocatedStorage(20)
                        .masterUsername(master)
                        .masterUserPassword(PASSWORD)
                        .tags(Tag.builder().key("team").value("payments").build()))
                .dbInstance();
    }

    private DBInstance member(String name, boolean upgraded) {
        return rds.createDBInstance(request -> request.dbInstanceIdentifier(name)
                        .dbClusterIdentifier("catalog")
                        .dbInstanceClass("db.r6g.large")
                        .engine("aurora-postgresql")
                        .engineVersion("16.4")
                        .autoMinorVersionUpgrade(upgraded))
                .dbInstance();
    }

    private static Parameter parameter(String name, String value) {
        return Parameter.builder()
                .parameterName(name)
                .parameterValue(value)
                .applyMethod(ApplyMethod.IMMEDIATE)
                .build();
    }
}
