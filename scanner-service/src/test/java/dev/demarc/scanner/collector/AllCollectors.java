package dev.demarc.scanner.collector;

import java.util.List;

/** The collectors without CDI. */
public final class AllCollectors {
    private AllCollectors() {}

    public static Collectors make() {
        return new Collectors(List.of(
                new AccessAnalyzerCollector(),
                new AccountCollector(),
                new ApiGatewayStageCollector(),
                new BackupPlanCollector(),
                new BackupVaultCollector(),
                new CloudTrailCollector(),
                new CloudWatchAlarmCollector(),
                new ConfigRecorderCollector(),
                new DynamoDbTableCollector(),
                new EbsVolumeCollector(),
                new Ec2InstanceCollector(),
                new EcrRepositoryCollector(),
                new EcsServiceCollector(),
                new EcsTaskDefinitionCollector(),
                new EfsFileSystemCollector(),
                new ElasticBeanstalkEnvironmentCollector(),
                new IamPolicyCollector(),
                new IamRoleCollector(),
                new IamUserCollector(),
                new InspectorAccountStatusCollector(),
                new KmsKeyCollector(),
                new LambdaFunctionCollector(),
                new NetworkAclCollector(),
                new RdsClusterCollector(),
                new RdsInstanceCollector(),
                new S3BucketCollector(),
                new SecurityGroupCollector(),
                new SnsTopicCollector(),
                new SqsQueueCollector(),
                new SubnetCollector(),
                new VpcCollector()));
    }
}
