package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.backup.BackupClient;

/** What AWS Backup has backed up in a scope, by the resource's ARN. */
final class BackedUp {
    private BackedUp() {}

    static Joined<Map<String, Object>> in(Reading reading) {
        BackupClient backup = reading.aws().client(BackupClient.class, BackupClient::builder);
        return Joined.read("backup:ListProtectedResources", Map.of(), Set.of(), () -> {
            Map<String, Object> byArn = new HashMap<>();
            backup.listProtectedResourcesPaginator()
                    .results()
                    .forEach(each -> byArn.put(
                            each.resourceArn(), Members.only(canonical(each), "lastBackupTime", "lastBackupVaultArn")));
            return byArn;
        });
    }
}
