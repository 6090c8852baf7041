package dev.demarc.scanner.collector;

import java.util.List;

/** The collectors without CDI. */
public final class AllCollectors {
    private AllCollectors() {}

    public static Collectors make() {
        return new Collectors(List.of(
                new AccountCollector(),
                new ApiGatewayStageCollector(),
                new BackupPlanCollector(),
                new BackupVaultCollector(),
                new DynamoDbTableCollector(),
                new EbsVolumeCollector(),
                new Ec2InstanceCollector(),
                new EcrRepositoryCollector(),
                new EcsServiceCollector(),
                new EcsTaskDefinitionCollector(),
                new EfsFileSystemCollector(),
                new ElasticBeanstalkEnvironmentCollector(),
                new IamUserCollector(),
                new InspectorAccountStatusCollector(),
                new LambdaFunctionCollector(),
                new NetworkAclCollector(),
                new RdsClusterCollector(),
                new RdsInstanceCollector(),
                new S3BucketCollector(),
                new SecurityGroupCollector(),
                new SubnetCollector(),
                new VpcCollector()));
    }
}
