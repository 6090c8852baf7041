package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Documents;
import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.Tag;

/** EFS file systems, with who may mount them, where, and whether they are backed up. */
@Singleton
public final class EfsFileSystemCollector implements Collector {
    private static final Set<String> NO_POLICY = Set.of("PolicyNotFound");

    @Override
    public String type() {
        return "AWS::EFS::FileSystem";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of("AWS::EFS::MountTarget", "AWS::Backup::RecoveryPoint");
    }

    @Override
    public void read(Reading reading) {
        EfsClient efs = reading.aws().client(EfsClient.class, EfsClient::builder);
        Joined<Map<String, Object>> backedUp = BackedUp.in(reading);
        reading.each(
                "elasticfilesystem:DescribeFileSystems",
                () -> efs.describeFileSystemsPaginator().fileSystems().stream(),
                fileSystem -> item(reading, efs, fileSystem, backedUp));
    }

    private static ItemBuilder item(
            Reading reading, EfsClient efs, FileSystemDescription fileSystem, Joined<Map<String, Object>> backedUp) {
        String id = fileSystem.fileSystemId();
        return reading.item(id)
                .arn(fileSystem.fileSystemArn())
                .name(fileSystem.name())
                .configuration(canonical(fileSystem))
                .tags(fileSystem.tags(), Tag::key, Tag::value)
                .detail(
                        "fileSystemPolicy",
                        "elasticfilesystem:DescribeFileSystemPolicy",
                        NO_POLICY,
                        () -> Documents.parse(efs.describeFileSystemPolicy(request -> request.fileSystemId(id))
                                .policy()))
                .detail(
                        "backupPolicy",
                        "elasticfilesystem:DescribeBackupPolicy",
                        NO_POLICY,
                        () -> canonical(efs.describeBackupPolicy(request -> request.fileSystemId(id))
                                .backupPolicy()))
                .detail("protectedResource", backedUp, () -> backedUp.value().get(fileSystem.fileSystemArn()))
                .detail(
                        "mountTargets",
                        "elasticfilesystem:DescribeMountTargets",
                        () ->
                                efs
                                        .describeMountTargetsPaginator(request -> request.fileSystemId(id))
                                        .mountTargets()
                                        .stream()
                                        .map(target -> Members.only(
                                                canonical(target),
                                                "availabilityZoneName",
                                                "lifeCycleState",
                                                "mountTargetId",
                                                "subnetId",
                                                "vpcId"))
                                        .toList());
    }
}
