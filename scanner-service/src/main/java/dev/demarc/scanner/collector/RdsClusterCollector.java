package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Tag;

/** Database clusters with every member: what AWS may upgrade by itself is decided by all of them together. */
@Singleton
public final class RdsClusterCollector implements Collector {
    private static final String LIST = "rds:DescribeDBClusters";

    @Override
    public String type() {
        return "AWS::RDS::DBCluster";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of("AWS::RDS::DBInstance", "AWS::RDS::DBClusterParameterGroup");
    }

    @Override
    public void read(Reading reading) {
        RdsClient rds = reading.aws().client(RdsClient.class, RdsClient::builder);
        RdsFacts facts = new RdsFacts(rds);
        Joined<Map<String, List<DBInstance>>> members = Joined.read(
                "rds:DescribeDBInstances",
                Map.of(),
                Set.of(),
                () -> RdsInstanceCollector.byCluster(RdsInstanceCollector.all(rds)));
        reading.each(
                LIST,
                () -> rds.describeDBClustersPaginator().dbClusters().stream(),
                cluster -> RdsFacts.isOtherService(cluster.engine()) ? null : item(reading, facts, cluster, members));
    }

    private static ItemBuilder item(
            Reading reading, RdsFacts facts, DBCluster cluster, Joined<Map<String, List<DBInstance>>> all) {
        List<DBInstance> members = all.value().getOrDefault(cluster.dbClusterIdentifier(), List.of());
        String group = cluster.dbClusterParameterGroup();
        return reading.item(cluster.dbClusterArn())
                .arn(cluster.dbClusterArn())
                .name(cluster.dbClusterIdentifier())
                .configuration(canonical(cluster))
                .tags(cluster.tagList(), Tag::key, Tag::value)
                .detail("masterUsernameIsDefault", LIST, () -> RdsFacts.isProposedName(cluster.masterUsername()))
                .detail("members", all, () -> members.stream()
                        .map(RdsClusterCollector::member)
                        .toList())
                .detail(
                        "pendingMaintenanceActions",
                        all.fault() == null ? facts.pending() : all,
                        () -> pending(facts, cluster, members))
                .detail(
                        "engineVersion",
                        RdsFacts.ENGINE_VERSION_PERMISSION,
                        () -> facts.engineVersion(cluster.engine(), cluster.engineVersion()))
                .detail(
                        "parameters",
                        "rds:DescribeDBClusterParameters",
                        () -> group == null ? List.of() : facts.parametersOfCluster(group));
    }

    private static List<Object> pending(RdsFacts facts, DBCluster cluster, List<DBInstance> members) {
        return Stream.concat(Stream.of(cluster.dbClusterArn()), members.stream().map(DBInstance::dbInstanceArn))
                .flatMap(arn -> facts.pendingOf(arn).stream())
                .toList();
    }

    private static Map<String, @Nullable Object> member(DBInstance member) {
        return Members.only(
                canonical(member),
                "autoMinorVersionUpgrade",
                "availabilityZone",
                "dbInstanceClass",
                "dbInstanceIdentifier",
                "dbInstanceStatus",
                "engineVersion",
                "promotionTier",
                "publiclyAccessible");
    }
}
