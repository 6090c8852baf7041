package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Tag;

/**
 * ECS services, with their cluster and what their running tasks run on. Tasks are listed by launch type and never
 * described, for a description repeats the variables that a task was started with.
 */
@Singleton
public final class EcsServiceCollector implements Collector {
    @Override
    public String type() {
        return "AWS::ECS::Service";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of("AWS::ECS::Cluster");
    }

    @Override
    public void read(Reading reading) {
        EcsClient ecs = reading.aws().client(EcsClient.class, EcsClient::builder);
        Joined<Map<String, Map<String, @Nullable Object>>> clusters =
                Joined.read("ecs:DescribeClusters", Map.of(), Set.of(), () -> EcsClusters.described(ecs));
        reading.each(
                "ecs:ListServices", () -> EcsClusters.services(ecs), service -> item(reading, ecs, service, clusters));
    }

    private static ItemBuilder item(
            Reading reading,
            EcsClient ecs,
            Service service,
            Joined<Map<String, Map<String, @Nullable Object>>> clusters) {
        return reading.item(service.serviceArn())
                .arn(service.serviceArn())
                .name(service.serviceName())
                .configuration(canonical(service))
                .tags(service.tags(), Tag::key, Tag::value)
                .detail("cluster", clusters, () -> clusters.value().get(service.clusterArn()))
                .detail("runningLaunchTypes", "ecs:ListTasks", () -> runningLaunchTypes(ecs, service));
    }

    private static List<String> runningLaunchTypes(EcsClient ecs, Service service) {
        return LaunchType.knownValues().stream()
                .filter(type -> isRunningOn(ecs, service, type))
                .map(LaunchType::toString)
                .sorted()
                .toList();
    }

    private static boolean isRunningOn(EcsClient ecs, Service service, LaunchType type) {
        return !ecs.listTasks(request -> request.cluster(service.clusterArn())
                        .serviceName(service.serviceName())
                        .desiredStatus(DesiredStatus.RUNNING)
                        .launchType(type)
                        .maxResults(1))
                .taskArns()
                .isEmpty();
    }
}
