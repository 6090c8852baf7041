package dev.demarc.scanner.snapshot;

import static dev.demarc.scanner.snapshot.ImportedFiles.configBucket;
import static dev.demarc.scanner.snapshot.ImportedFiles.configItem;
import static dev.demarc.scanner.snapshot.ImportedFiles.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Unread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items in shapes that AWS Config's users have published. */
class AwsConfigOddItemsTest {
    private static final String TIME = "2026-05-01T00:00:00.000Z";
    private static final String SWITCHES =
            "{\"blockPublicAcls\":true,\"ignorePublicAcls\":true,\"blockPublicPolicy\":true,\"restrictPublicBuckets\":true}";

    private final ImportedFiles files;

    AwsConfigOddItemsTest(@TempDir Path folder) {
        files = new ImportedFiles(folder);
    }

    @Test
    void readsTheTimesOfApiGatewayAndBeanstalk() throws IOException {
        ResourceConfiguration stage = only(
                configItem(
                        "AWS::ApiGateway::Stage",
                        "arn:aws:apigateway:eu-west-1::/restapis/a1b2/stages/prod",
                        TIME,
                        "\"configuration\":{\"deploymentId\":\"d1\",\"stageName\":\"prod\",\"methodSettings\":{\"*/*\":{\"loggingLevel\":\"INFO\",\"cacheDataEncrypted\":false}},\"createdDate\":\"Feb 21, 2022 6:37:48 PM\",\"lastUpdatedDate\":\"Nov 3, 2023 4:05:00 AM\"}"));

        assertThat(stage.configuration())
                .containsEntry("createdDate", "2022-02-21T18:37:48Z")
                .containsEntry("lastUpdatedDate", "2023-11-03T04:05:00Z")
                .containsEntry("accessLogSettings", null);
    }

    @Test
    void readsStagesOfHttpInterfaces() throws IOException {
        ResourceConfiguration stage = only(
                configItem(
                        "AWS::ApiGatewayV2::Stage",
                        "arn:aws:apigateway:eu-west-1::/apis/a1b2/stages/live",
                        TIME,
                        "\"configuration\":{\"stageName\":\"live\",\"deploymentId\":\"d1\",\"defaultRouteSettings\":{\"detailedMetricsEnabled\":false,\"throttlingBurstLimit\":5000,\"throttlingRateLimit\":10000.0},\"routeSettings\":{},\"stageVariables\":{},\"createdDate\":\"Apr 13, 2024 5:18:47 PM\"}"));

        assertThat(stage.resourceId()).isEqualTo("arn:aws:apigateway:eu-west-1::/apis/a1b2/stages/live");
        assertThat(stage.configuration())
                .containsEntry("accessLogSettings", null)
                .containsEntry("createdDate", "2024-04-13T17:18:47Z");
        assertThat(reasons(stage))
                .containsEntry("supplementaryConfiguration.routes", DeclaredShape.NOT_RECORDED)
                .containsEntry("configuration.autoDeploy", DeclaredShape.LEFT_OUT);
    }

    @Test
    void takesTagsThatAreAnEmptyListForNone() throws IOException {
        ResourceConfiguration detector = only(configItem(
                "AWS::GuardDuty::Detector",
                "12ab",
                TIME,
                "\"tags\":[],\"configuration\":{\"Enable\":true,\"Tags\":[],\"DataSources\":[],\"Features\":[]}"));

        assertThat(detector.tags()).isEmpty();
        assertThat(detector.configuration()).containsEntry("status", "ENABLED");
    }

    @Test
    void takesAnEmptyRepositoryPolicyForNone() throws IOException {
        ResourceConfiguration repository = only(
                configItem(
                        "AWS::ECR::Repository",
                        "shop",
                        TIME,
                        "\"configuration\":{\"RepositoryName\":\"shop\",\"RepositoryPolicyText\":{},\"LifecyclePolicy\":{\"LifecyclePolicyText\":\"\"}}"));

        assertThat(repository.supplementaryConfiguration())
                .containsEntry("repositoryPolicy", null)
                .containsEntry("lifecyclePolicy", null);
    }

    @Test
    void readsThePolicyOfAKey() throws IOException {
        ResourceConfiguration key = only(
                configItem(
                        "AWS::KMS::Key",
                        "1a2b",
                        TIME,
                        "\"configuration\":{\"keyId\":\"1a2b\",\"awsaccountId\":\"111122223333\"},\"supplementaryConfiguration\":{\"KeyRotationStatus\":\"TRUE\",\"Policy\":\"{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[]}\"}"));

        assertThat(key.supplementaryConfiguration())
                .extracting("keyPolicy.Version", "keyRotationStatus.keyRotationEnabled")
                .containsExactly("2012-10-17", true);
        assertThat(reasons(key)).doesNotContainKey("supplementaryConfiguration.keyPolicy");
    }

    @Test
    void readsWhatTheAccountHasForAllItsBucketsWhereverItStands() throws IOException {
        files.file("f.json", snapshot(configBucket("before", TIME), accessBlock(), configBucket("after", TIME)));

        assertThat(files.recorded().items()).hasSize(2).allSatisfy(bucket -> assertThat(
                        bucket.supplementaryConfiguration())
                .extracting("accountPublicAccessBlockConfiguration.restrictPublicBuckets")
                .isEqualTo(true));
    }

    @Test
    void knowsNoAccessBlockOfAnAccountWhoseItemIsGone() throws IOException {
        Survey survey = files.file(
                "f.json", snapshot(configBucket("a", TIME), accessBlock().replace("\"OK\"", "\"ResourceDeleted\"")));

        assertThat(files.recorded().item("a").supplementaryConfiguration())
                .containsEntry("accountPublicAccessBlockConfiguration", null);
        assertThat(survey.foreign()).isEmpty();
    }

    @Test
    void saysOfAnOldBucketWhyItsEncryptionIsNotKnown() throws IOException {
        ResourceConfiguration bucket = only(configBucket("old", TIME));

        assertThat(bucket.supplementaryConfiguration()).doesNotContainKey("serverSideEncryptionConfiguration");
        assertThat(reasons(bucket))
                .hasEntrySatisfying(
                        "supplementaryConfiguration.serverSideEncryptionConfiguration",
                        reason -> assertThat(reason).contains("older than January 2023"))
                .hasEntrySatisfying(
                        "supplementaryConfiguration.accountPublicAccessBlockConfiguration",
                        reason -> assertThat(reason).contains("no item of AWS::S3::AccountPublicAccessBlock"));
    }

    @Test
    void readsAnInventoryWhoseContentIsAList() throws IOException {
        ResourceConfiguration machine = only(
                configItem(
                        "AWS::SSM::ManagedInstanceInventory",
                        "i-1",
                        TIME,
                        "\"configuration\":{\"AWS:InstanceInformation\":{\"Content\":[{\"InstanceId\":\"i-1\",\"PlatformType\":\"Linux\"}]},\"AWS:Application\":{\"Content\":[{\"Name\":\"nginx\"},{\"Name\":\"vim\"}]}}"));

        assertThat(machine.configuration()).containsEntry("platformType", "Linux");
        assertThat(machine.supplementaryConfiguration())
                .containsEntry("applications", Map.of("listed", 2L, "more", false));
    }

    private static String accessBlock() {
        return configItem(ConfigBucket.ACCOUNT_ACCESS_BLOCK, "111122223333", TIME, "\"configuration\":" + SWITCHES);
    }

    private ResourceConfiguration only(String item) throws IOException {
        Survey survey = files.file("f.json", snapshot(item));
        assertThat(survey.faults()).isEmpty();
        return files.recorded().items().get(0);
    }

    private static Map<String, String> reasons(ResourceConfiguration item) {
        return item.unread().stream().collect(Collectors.toMap(Unread::path, Unread::reason));
    }
}
