package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.Parameter;

/** What RDS says of instances and clusters alike, each asked for once in a scope. */
final class RdsFacts {
    static final String ENGINE_VERSION_PERMISSION = "rds:DescribeDBEngineVersions";

    /** RDS lists them too, but they are services of their own. */
    private static final Set<String> OTHER_SERVICES = Set.of("docdb", "neptune");

    /** What the console proposes. */
    private static final Set<String> PROPOSED_MASTER_NAMES = Set.of("admin", "postgres");

    /** Of all parameters only those that decide on TLS: others may hold secrets. */
    private static final Set<String> TRANSPORT_PARAMETERS = Set.of("rds.force_ssl", "require_secure_transport");

    private final RdsClient rds;
    private final Joined<Map<String, List<Object>>> pending;
    private final Map<String, Optional<Object>> engineVersions = new ConcurrentHashMap<>();
    private final Map<String, List<Object>> parameters = new ConcurrentHashMap<>();

    RdsFacts(RdsClient rds) {
        this.rds = rds;
        this.pending =
                Joined.read("rds:DescribePendingMaintenanceActions", Map.of(), Set.of(), () -> pendingActions(rds));
    }

    static boolean isOtherService(@Nullable String engine) {
        return engine != null && OTHER_SERVICES.contains(engine);
    }

    /** The name itself stays here. */
    static @Nullable Boolean isProposedName(@Nullable String masterUsername) {
        return masterUsername == null ? null : PROPOSED_MASTER_NAMES.contains(masterUsername);
    }

    Joined<Map<String, List<Object>>> pending() {
        return pending;
    }

    List<Object> pendingOf(String arn) {
        return pending.value().getOrDefault(arn, List.of());
    }

    /** Null where RDS no longer has the version. */
    @Nullable
    Object engineVersion(String engine, String version) {
        return engineVersions
                .computeIfAbsent(engine + " " + version, unknown -> readEngineVersion(engine, version))
                .orElse(null);
    }

    List<Object> parametersOf(String group) {
        return parameters.computeIfAbsent(
                "instance " + group,
                unknown -> transport(rds.describeDBParametersPaginator(request -> request.dbParameterGroupName(group))
                        .parameters()));
    }

    List<Object> parametersOfCluster(String group) {
        return parameters.computeIfAbsent(
                "cluster " + group,
                unknown -> transport(
                        rds.describeDBClusterParametersPaginator(request -> request.dbClusterParameterGroupName(group))
                                .parameters()));
    }

    private Optional<Object> readEngineVersion(String engine, String version) {
        return rds
                .describeDBEngineVersionsPaginator(
                        request -> request.engine(engine).engineVersion(version).includeAll(true))
                .dbEngineVersions()
                .stream()
                .findFirst()
                .map(found -> Members.only(canonical(found), "engine", "engineVersion", "status"));
    }

    private static List<Object> transport(Iterable<Parameter> all) {
        List<Object> kept = new ArrayList<>();
        for (Parameter each : all) {
            if (TRANSPORT_PARAMETERS.contains(each.parameterName())) {
                kept.add(Members.only(canonical(each), "parameterName", "parameterValue"));
            }
        }
        return List.copyOf(kept);
    }

    private static Map<String, List<Object>> pendingActions(RdsClient rds) {
        Map<String, List<Object>> byResource = new HashMap<>();
        rds.describePendingMaintenanceActionsPaginator()
                .pendingMaintenanceActions()
                .forEach(resource -> {
                    List<Object> actions =
                            byResource.computeIfAbsent(resource.resourceIdentifier(), id -> new ArrayList<>());
                    resource.pendingMaintenanceActionDetails().forEach(action -> {
                        Map<String, @Nullable Object> form = new TreeMap<>(canonical(action));
                        form.put("resourceIdentifier", resource.resourceIdentifier());
                        actions.add(form);
                    });
                });
        return byResource;
    }
}
