package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;

/** Plans of AWS Backup, with their rules and what is assigned to them. */
@Singleton
public final class BackupPlanCollector implements Collector {
    @Override
    public String type() {
        return "AWS::Backup::BackupPlan";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of("AWS::Backup::BackupSelection");
    }

    @Override
    public void read(Reading reading) {
        BackupClient backup = reading.aws().client(BackupClient.class, BackupClient::builder);
        reading.each(
                "backup:ListBackupPlans",
                () -> backup.listBackupPlansPaginator().backupPlansList().stream(),
                plan -> item(reading, backup, plan));
    }

    private static ItemBuilder item(Reading reading, BackupClient backup, BackupPlansListMember plan) {
        String id = plan.backupPlanId();
        return reading.item(id)
                .arn(plan.backupPlanArn())
                .name(plan.backupPlanName())
                .configuration(canonical(plan))
                .tags("backup:ListTags", Set.of(), Map.Entry::getKey, Map.Entry::getValue, () -> backup.listTags(
                                request -> request.resourceArn(plan.backupPlanArn()))
                        .tags()
                        .entrySet())
                .detail(
                        "backupPlan",
                        "backup:GetBackupPlan",
                        () -> canonical(backup.getBackupPlan(request -> request.backupPlanId(id))
                                .backupPlan()))
                .detail(
                        "selections", "backup:ListBackupSelections", () -> backup
                                .listBackupSelectionsPaginator(request -> request.backupPlanId(id))
                                .backupSelectionsList()
                                .stream()
                                .map(selection -> Members.only(
                                        canonical(selection), "iamRoleArn", "selectionId", "selectionName"))
                                .toList());
    }
}
