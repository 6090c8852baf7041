package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBParameterGroupStatus;
import software.amazon.awssdk.services.rds.model.Tag;

/** Database instances, with what waits to be applied, whether the engine is still kept, and the cluster they are of. */
@Singleton
public final class RdsInstanceCollector implements Collector {
    private static final String LIST = "rds:DescribeDBInstances";

    @Override
    public String type() {
        return "AWS::RDS::DBInstance";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of("AWS::RDS::DBCluster", "AWS::RDS::DBParameterGroup");
    }

    @Override
    public void read(Reading reading) {
        RdsClient rds = reading.aws().client(RdsClient.class, RdsClient::builder);
        List<DBInstance> instances = reading.list(LIST, () -> all(rds));
        RdsFacts facts = new RdsFacts(rds);
        Joined<Map<String, DBCluster>> clusters = Joined.read(
                "rds:DescribeDBClusters",
                Map.of(),
                Set.of(),
                () -> rds.describeDBClustersPaginator().dbClusters().stream()
                        .collect(Collectors.toMap(DBCluster::dbClusterIdentifier, Function.identity(), (a, b) -> a)));
        Map<String, List<DBInstance>> members = byCluster(instances);
        reading.each(LIST, instances::stream, instance -> item(reading, facts, instance, clusters, members));
    }

    static List<DBInstance> all(RdsClient rds) {
        return rds.describeDBInstancesPaginator().dbInstances().stream()
                .filter(instance -> !RdsFacts.isOtherService(instance.engine()))
                .toList();
    }

    static Map<String, List<DBInstance>> byCluster(List<DBInstance> instances) {
        return instances.stream()
                .filter(instance -> instance.dbClusterIdentifier() != null)
                .collect(Collectors.groupingBy(DBInstance::dbClusterIdentifier));
    }

    private static ItemBuilder item(
            Reading reading,
            RdsFacts facts,
            DBInstance instance,
            Joined<Map<String, DBCluster>> clusters,
            Map<String, List<DBInstance>> members) {
        ItemBuilder item = reading.item(instance.dbInstanceArn())
                .arn(instance.dbInstanceArn())
                .name(instance.dbInstanceIdentifier())
                .configuration(canonical(instance))
                .tags(instance.tagList(), Tag::key, Tag::value)
                .detail("masterUsernameIsDefault", LIST, () -> RdsFacts.isProposedName(instance.masterUsername()))
                .detail("pendingMaintenanceActions", facts.pending(), () -> facts.pendingOf(instance.dbInstanceArn()))
                .detail(
                        "engineVersion",
                        RdsFacts.ENGINE_VERSION_PERMISSION,
                        () -> facts.engineVersion(instance.engine(), instance.engineVersion()))
                .detail("parameters", "rds:DescribeDBParameters", () -> parameters(facts, instance));
        String cluster = instance.dbClusterIdentifier();
        return cluster == null
                ? item.detail("cluster", LIST, () -> null)
                : item.detail(
                        "cluster",
                        clusters,
                        () -> cluster(clusters.value().get(cluster), members.getOrDefault(cluster, List.of())));
    }

    private static List<Object> parameters(RdsFacts facts, DBInstance instance) {
        return instance.dbParameterGroups().stream()
                .map(DBParameterGroupStatus::dbParameterGroupName)
                .filter(Objects::nonNull)
                .flatMap(group -> facts.parametersOf(group).stream())
                .toList();
    }

    /** Null where the cluster was gone when the clusters were listed. */
    private static @Nullable Object cluster(@Nullable DBCluster cluster, List<DBInstance> members) {
        if (cluster == null) {
            return null;
        }
        Map<String, @Nullable Object> form = new TreeMap<>(Members.only(
                canonical(cluster),
                "autoMinorVersionUpgrade",
                "dbClusterArn",
                "dbClusterIdentifier",
                "deletionProtection",
                "multiAZ"));
        form.put(
                "members",
                members.stream()
                        .map(member ->
                                Members.only(canonical(member), "autoMinorVersionUpgrade", "dbInstanceIdentifier"))
                        .toList());
        return form;
    }
}
