package dev.demarc.scanner.collector;

import java.util.List;

/** The collectors without CDI. */
public final class AllCollectors {
    private AllCollectors() {}

    public static Collectors make() {
        return new Collectors(List.of(
                new AccountCollector(),
                new ApiGatewayStageCollector(),
                new EcrRepositoryCollector(),
                new EcsServiceCollector(),
                new EcsTaskDefinitionCollector(),
                new ElasticBeanstalkEnvironmentCollector(),
                new InspectorAccountStatusCollector(),
                new LambdaFunctionCollector(),
                new Ec2InstanceCollector(),
                new IamUserCollector(),
                new RdsClusterCollector(),
                new RdsInstanceCollector(),
                new S3BucketCollector(),
                new SecurityGroupCollector()));
    }
}
