package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Documents;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupVaultListMember;

/** Vaults of AWS Backup, with their lock and who is let in. */
@Singleton
public final class BackupVaultCollector implements Collector {
    private static final Set<String> NO_POLICY = Set.of("ResourceNotFoundException");

    @Override
    public String type() {
        return "AWS::Backup::BackupVault";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        BackupClient backup = reading.aws().client(BackupClient.class, BackupClient::builder);
        reading.each(
                "backup:ListBackupVaults",
                () -> backup.listBackupVaultsPaginator().backupVaultList().stream(),
                vault -> item(reading, backup, vault));
    }

    private static ItemBuilder item(Reading reading, BackupClient backup, BackupVaultListMember vault) {
        String name = vault.backupVaultName();
        return reading.item(name)
                .arn(vault.backupVaultArn())
                .name(name)
                .configuration(canonical(vault))
                .tags("backup:ListTags", Set.of(), Map.Entry::getKey, Map.Entry::getValue, () -> backup.listTags(
                                request -> request.resourceArn(vault.backupVaultArn()))
                        .tags()
                        .entrySet())
                .detail(
                        "accessPolicy",
                        "backup:GetBackupVaultAccessPolicy",
                        NO_POLICY,
                        () -> Documents.parse(
                                backup.getBackupVaultAccessPolicy(request -> request.backupVaultName(name))
                                        .policy()));
    }
}
