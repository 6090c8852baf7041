package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.SnapshotState;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Volume;

/** EBS volumes, with their newest snapshot and what AWS Backup keeps of them. */
@Singleton
public final class EbsVolumeCollector implements Collector {
    @Override
    public String type() {
        return "AWS::EC2::Volume";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of("AWS::EC2::Snapshot", "AWS::Backup::RecoveryPoint");
    }

    @Override
    public void read(Reading reading) {
        Ec2Client ec2 = reading.aws().ec2();
        Joined<Map<String, Snapshot>> snapshots =
                Joined.read("ec2:DescribeSnapshots", Map.of(), Set.of(), () -> newestByVolume(ec2));
        Joined<Map<String, Object>> backedUp = BackedUp.in(reading);
        reading.each(
                "ec2:DescribeVolumes",
                () -> ec2.describeVolumesPaginator().volumes().stream(),
                volume -> item(reading, volume, snapshots, backedUp));
    }

    private static Map<String, Snapshot> newestByVolume(Ec2Client ec2) {
        return ec2.describeSnapshotsPaginator(request -> request.ownerIds("self")).snapshots().stream()
                .filter(snapshot -> snapshot.state() == SnapshotState.COMPLETED)
                .filter(snapshot -> snapshot.startTime() != null)
                .collect(Collectors.toMap(
                        Snapshot::volumeId,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparing(Snapshot::startTime))));
    }

    private static ItemBuilder item(
            Reading reading,
            Volume volume,
            Joined<Map<String, Snapshot>> snapshots,
            Joined<Map<String, Object>> backedUp) {
        String id = volume.volumeId();
        String arn = reading.arn("ec2", "volume/" + id);
        Snapshot newest = snapshots.value().get(id);
        return reading.item(id)
                .arn(arn)
                .name(Names.of(volume.tags(), Tag::key, Tag::value))
                .configuration(canonical(volume))
                .tags(volume.tags(), Tag::key, Tag::value)
                .detail(
                        "newestSnapshot",
                        snapshots,
                        () -> newest == null ? null : Members.only(canonical(newest), "encrypted", "startTime"))
                .detail("protectedResource", backedUp, () -> backedUp.value().get(arn));
    }
}
