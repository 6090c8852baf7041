package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClusterField;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceField;

/** The ECS clusters of a scope and the services in them, asked for in as large parts as ECS takes. */
final class EcsClusters {
    private static final int CLUSTERS_AT_ONCE = 100;
    private static final int SERVICES_AT_ONCE = 10;

    private EcsClusters() {}

    /** By ARN, without what changes all the time. */
    static Map<String, Map<String, @Nullable Object>> described(EcsClient ecs) {
        List<String> arns = ecs.listClustersPaginator().clusterArns().stream().toList();
        Map<String, Map<String, @Nullable Object>> clusters = new HashMap<>();
        parts(arns, CLUSTERS_AT_ONCE)
                .flatMap(part -> ecs
                        .describeClusters(request ->
                                request.clusters(part).include(ClusterField.SETTINGS, ClusterField.CONFIGURATIONS))
                        .clusters()
                        .stream())
                .forEach(cluster -> clusters.put(
                        cluster.clusterArn(),
                        Members.only(
                                canonical(cluster),
                                "clusterArn",
                                "clusterName",
                                "status",
                                "settings",
                                "configuration",
                                "capacityProviders",
                                "defaultCapacityProviderStrategy")));
        return clusters;
    }

    static Stream<Service> services(EcsClient ecs) {
        return ecs.listClustersPaginator().clusterArns().stream().flatMap(cluster -> {
            List<String> arns = ecs.listServicesPaginator(request -> request.cluster(cluster)).serviceArns().stream()
                    .toList();
            return parts(arns, SERVICES_AT_ONCE)
                    .flatMap(part -> ecs
                            .describeServices(request ->
                                    request.cluster(cluster).services(part).include(ServiceField.TAGS))
                            .services()
                            .stream());
        });
    }

    private static Stream<List<String>> parts(List<String> all, int size) {
        return IntStream.range(0, (all.size() + size - 1) / size)
                .mapToObj(part -> all.subList(part * size, Math.min(all.size(), (part + 1) * size)));
    }
}
