package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudhsmv2.CloudHsmV2Client;
import software.amazon.awssdk.services.cloudhsmv2.model.Cluster;
import software.amazon.awssdk.services.cloudhsmv2.model.ClusterState;
import software.amazon.awssdk.services.cloudhsmv2.model.Tag;

/** CloudHSM clusters with their modules and newest backup; certificates and first passwords stay behind. */
@Singleton
public final class CloudHsmClusterCollector implements Collector {
    @Override
    public String type() {
        return "AWS::CloudHSM::Cluster";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        if (!reading.isOffered(CloudHsmV2Client.serviceMetadata())) {
            return;
        }
        CloudHsmV2Client hsm = reading.aws().client(CloudHsmV2Client.class, CloudHsmV2Client::builder);
        reading.each(
                "cloudhsm:DescribeClusters",
                () -> hsm.describeClustersPaginator().stream().flatMap(page -> page.clusters().stream()),
                cluster -> cluster.state() == ClusterState.DELETED ? null : item(reading, hsm, cluster));
    }

    private static ItemBuilder item(Reading reading, CloudHsmV2Client hsm, Cluster cluster) {
        String id = cluster.clusterId();
        return reading.item(id)
                .arn(reading.arn("cloudhsm", "cluster/" + id))
                .name(Names.of(cluster.tagList(), Tag::key, Tag::value))
                .configuration(Members.only(
                        canonical(cluster),
                        "backupPolicy",
                        "backupRetentionPolicy",
                        "clusterId",
                        "createTimestamp",
                        "hsmType",
                        "hsms",
                        "mode",
                        "securityGroup",
                        "state",
                        "subnetMapping",
                        "vpcId"))
                .tags(cluster.tagList(), Tag::key, Tag::value)
                .detail("newestBackup", "cloudhsm:DescribeBackups", () -> newestBackup(hsm, id));
    }

    /** The one being made at the moment is none yet. */
    private static @Nullable Object newestBackup(CloudHsmV2Client hsm, String id) {
        return hsm
                .describeBackups(
                        request -> request.filters(Map.of("clusterIds", List.of(id), "states", List.of("READY")))
                                .sortAscending(false))
                .backups()
                .stream()
                .findFirst()
                .map(backup ->
                        Members.only(canonical(backup), "backupState", "createTimestamp", "hsmType", "neverExpires"))
                .orElse(null);
    }
}
