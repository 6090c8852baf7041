package dev.demarc.scanner.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Unread;
import dev.demarc.scanner.aws.AwsClients;
import dev.demarc.scanner.aws.AwsProxy;
import dev.demarc.scanner.aws.EmulatedAws;
import dev.demarc.scanner.aws.Moto;
import dev.demarc.scanner.scan.LiveScan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupRuleInput;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.efs.EfsClient;

class StorageCollectorsTest {
    private static final String REGION = "eu-central-1";

    @RegisterExtension
    private final EmulatedAws emulated = new EmulatedAws();

    private final AwsProxy proxy = emulated.proxy();
    private final AwsClients aws = emulated.clients(REGION);

    @Test
    void readsATableWithItsBackupsAndPolicyButNotItsSize() {
        table("orders");
        dynamo().updateContinuousBackups(request -> request.tableName("orders")
                .pointInTimeRecoverySpecification(recovery -> recovery.pointInTimeRecoveryEnabled(true)));

        ResourceConfiguration orders = read("AWS::DynamoDB::Table", "orders");

        assertThat(orders.arn()).isEqualTo("arn:aws:dynamodb:eu-central-1:123456789012:table/orders");
        assertThat(orders.unread()).isEmpty();
        assertThat(orders.configuration())
                .containsEntry("tableName", "orders")
                .containsEntry("deletionProtectionEnabled", false)
                .doesNotContainKeys("itemCount", "tableSizeBytes");
        assertThat(orders.supplementaryConfiguration())
                .containsEntry("keyManager", null)
                .containsEntry("resourcePolicy", null)
                .extracting("continuousBackupsDescription.pointInTimeRecoveryDescription.pointInTimeRecoveryStatus")
                .isEqualTo("ENABLED");
    }

    @Test
    void tellsTheKeyThatAwsManagesFromOneOfTheCustomersOwn() {
        table("orders");
        proxy.json("TrentService.ListAliases", """
                {"Aliases":[{"AliasName":"alias/aws/dynamodb","TargetKeyId":"of-aws"},{"AliasName":"alias/aws/ebs"},
                 {"AliasName":"alias/tables","TargetKeyId":"own"}]}""");

        assertThat(List.of("of-aws", "own", "elsewhere"))
                .extracting(
                        key -> encryptedWith(key).supplementaryConfiguration().get("keyManager"))
                .containsExactly("AWS", "CUSTOMER", "CUSTOMER");
    }

    @Test
    void tableOfWhoseKeyNobodyMayAskIsReadButForIt() {
        table("orders");
        proxy.jsonFault("TrentService.ListAliases", 400, "AccessDeniedException");

        assertThat(encryptedWith("own").unread())
                .containsExactly(
                        new Unread("supplementaryConfiguration.keyManager", "access denied", "kms:ListAliases"));
    }

    private ResourceConfiguration encryptedWith(String key) {
        proxy.json("DynamoDB_20120810.DescribeTable", """
                {"Table":{"TableName":"orders","SSEDescription":{"Status":"ENABLED","SSEType":"KMS",
                 "KMSMasterKeyArn":"arn:aws:kms:eu-central-1:123456789012:key/%s"}}}""".formatted(key));
        return read("AWS::DynamoDB::Table", "orders");
    }

    @Test
    void tableThatMayNotBeDescribedIsUnreadAsAWhole() {
        table("orders");
        proxy.refuse("DynamoDB_20120810.DescribeTable", 403, "AccessDenied");

        ResourceConfiguration orders = read("AWS::DynamoDB::Table", "orders");

        assertThat(orders.configuration()).isEmpty();
        assertThat(orders.unread()).extracting(Unread::path).containsExactly("configuration");
    }

    @Test
    void joinsTheNewestSnapshotOfAVolumeAndItsBackup() {
        Ec2Client ec2 = aws.ec2();
        String kept = ec2.createVolume(request ->
                        request.availabilityZone("eu-central-1a").size(8).encrypted(true))
                .volumeId();
        String bare = ec2.createVolume(
                        request -> request.availabilityZone("eu-central-1a").size(8))
                .volumeId();
        ec2.createSnapshot(request -> request.volumeId(kept));
        proxy.json(
                "/resources",
                "{\"Results\":[{\"ResourceArn\":\"arn:aws:ec2:eu-central-1:123456789012:volume/%s\",\"LastBackupTime\":1760000000}]}"
                        .formatted(kept));

        ResourceConfiguration first = read("AWS::EC2::Volume", kept);
        ResourceConfiguration second = read("AWS::EC2::Volume", bare);

        assertThat(first.configuration()).containsEntry("encrypted", true);
        assertThat(first.supplementaryConfiguration())
                .extracting("newestSnapshot.encrypted", "protectedResource.lastBackupTime")
                .containsExactly(true, "2025-10-09T00:00:00Z");
        assertThat(second.supplementaryConfiguration())
                .containsEntry("newestSnapshot", null)
                .containsEntry("protectedResource", null);
    }

    @Test
    void readsAFileSystemWithItsBackupPolicyAndMountTargets() {
        EfsClient efs = aws.client(EfsClient.class, EfsClient::builder);
        String id = efs.createFileSystem(
                        request -> request.creationToken("token-of-ours").encrypted(true))
                .fileSystemId();
        proxy.json("/backup-policy", "{\"BackupPolicy\":{\"Status\":\"ENABLED\"}}");
        proxy.json(
                "/resources",
                "{\"Results\":[{\"ResourceArn\":\"arn:aws:elasticfilesystem:eu-central-1:123456789012:file-system/%s\",\"LastBackupTime\":1760000000}]}"
                        .formatted(id));

        ResourceConfiguration fileSystem = read("AWS::EFS::FileSystem", id);

        assertThat(fileSystem.unread()).isEmpty();
        assertThat(fileSystem.configuration())
                .containsEntry("encrypted", true)
                .doesNotContainKeys("sizeInBytes", "creationToken");
        assertThat(fileSystem.supplementaryConfiguration())
                .containsEntry("fileSystemPolicy", null)
                .extracting("backupPolicy.status", "protectedResource.lastBackupTime")
                .containsExactly("ENABLED", "2025-10-09T00:00:00Z");
        assertThat(fileSystem.supplementaryConfiguration().get("mountTargets"))
                .asInstanceOf(LIST)
                .isEmpty();
    }

    @Test
    void readsAVaultAndAPlanWithItsRules() {
        BackupClient backup = aws.client(BackupClient.class, BackupClient::builder);
        backup.createBackupVault(request -> request.backupVaultName("safe"));
        String plan = backup.createBackupPlan(request -> request.backupPlan(input -> input.backupPlanName("daily")
                        .rules(BackupRuleInput.builder()
                                .ruleName("each-night")
                                .targetBackupVaultName("safe")
                                .build())))
                .backupPlanId();
        proxy.json("/selections", "{\"BackupSelectionsList\":[{\"SelectionName\":\"tagged\",\"SelectionId\":\"s-1\"}]}")
                .json("/access-policy", "{\"Policy\":\"{\\\"Statement\\\":[]}\"}");

        ResourceConfiguration vault = read("AWS::Backup::BackupVault", "safe");
        ResourceConfiguration daily = read("AWS::Backup::BackupPlan", plan);

        assertThat(vault.configuration())
                .containsEntry("backupVaultName", "safe")
                .doesNotContainKeys("numberOfRecoveryPoints", "creatorRequestId");
        assertThat(vault.supplementaryConfiguration()).containsKey("accessPolicy");
        assertThat(daily.resourceName()).isEqualTo("daily");
        assertThat(daily.supplementaryConfiguration())
                .extracting("backupPlan.rules")
                .asInstanceOf(LIST)
                .extracting("ruleName")
                .containsExactly("each-night");
        assertThat(daily.supplementaryConfiguration().get("selections"))
                .asInstanceOf(LIST)
                .extracting("selectionName")
                .containsExactly("tagged");
    }

    private ResourceConfiguration read(String type, String id) {
        return LiveScan.at(proxy.endpoint(), new Scope(Moto.ACCOUNT, REGION, type))
                .item(id);
    }

    private DynamoDbClient dynamo() {
        return aws.client(DynamoDbClient.class, DynamoDbClient::builder);
    }

    private void table(String name) {
        dynamo().createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build()));
    }
}
