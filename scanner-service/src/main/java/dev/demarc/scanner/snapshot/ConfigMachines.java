package dev.demarc.scanner.snapshot;

import dev.demarc.contracts.resource.Unread;
import dev.demarc.scanner.canonical.ShapeForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssm.model.InstanceInformation;

/**
 * Machines under Systems Manager. AWS Config writes what its inventory and compliance hold by kind
 * ({@code AWS:ComplianceItem}, {@code AWS:Application}), and in each its {@code Content} by the keys of what is listed, or as a list.
 */
final class ConfigMachines {
    private static final String COMPLIANCE = "AWS:ComplianceItem.Content.";
    private static final String SUMMARY = "ComplianceSummary";
    private static final String NON_COMPLIANT = "NON_COMPLIANT";

    private ConfigMachines() {}

    /** Counts patches by their state, which is what Patch Manager's own counts say. */
    static ConfigShape.Form patches(
            String region, Map<String, @Nullable Object> configuration, Map<String, @Nullable Object> ignored) {
        List<Unread> unread = unread(
                "configuration.instanceId",
                "configuration.platformName",
                "configuration.platformType",
                "configuration.resourceType",
                "supplementaryConfiguration.baselineIsOwn");
        Optional<Content> found = Content.of(configuration, COMPLIANCE + "Patch");
        if (found.isEmpty()) {
            unread.add(leftOut("supplementaryConfiguration.patchState"));
            return new ConfigShape.Form(Map.of(), Map.of(), unread);
        }
        unread.addAll(unread(
                "supplementaryConfiguration.patchState.operation",
                "supplementaryConfiguration.patchState.operationEndTime",
                "supplementaryConfiguration.patchState.otherNonCompliantCount"));
        return new ConfigShape.Form(Map.of(), Map.of("patchState", patchState(found.get())), unread);
    }

    private static Map<String, @Nullable Object> patchState(Content patches) {
        Map<String, @Nullable Object> state = new TreeMap<>();
        state.put("baselineId", patches.summary().get("PatchBaselineId"));
        state.put("patchGroup", patches.summary().get("PatchGroup"));
        state.put("missingCount", patches.count("PatchState", "Missing"));
        state.put("failedCount", patches.count("PatchState", "Failed"));
        state.put("installedPendingRebootCount", patches.count("PatchState", "InstalledPendingReboot"));
        Content bad = patches.only("Status", NON_COMPLIANT);
        state.put("criticalNonCompliantCount", bad.count("Severity", "CRITICAL"));
        state.put("securityNonCompliantCount", bad.count("Classification", "Security", "SecurityUpdates"));
        return state;
    }

    static ConfigShape.Form associations(
            String region, Map<String, @Nullable Object> configuration, Map<String, @Nullable Object> ignored) {
        List<Unread> unread = unread(
                "configuration.compliantSummary",
                "configuration.nonCompliantSummary",
                "configuration.overallSeverity",
                "configuration.resourceId",
                "configuration.resourceType");
        Map<String, @Nullable Object> form = new TreeMap<>();
        Content.of(configuration, COMPLIANCE + "Association")
                .flatMap(ConfigMachines::status)
                .ifPresentOrElse(
                        status -> form.put("status", status), () -> unread.add(leftOut("configuration.status")));
        return new ConfigShape.Form(form, Map.of(), unread);
    }

    /** Empty where some association says nothing, and none that it does not hold. */
    private static Optional<String> status(Content associations) {
        if (associations.count("Status", NON_COMPLIANT) > 0) {
            return Optional.of(NON_COMPLIANT);
        }
        long compliant = associations.count("Status", "COMPLIANT");
        return compliant > 0 && compliant == associations.items().size() ? Optional.of("COMPLIANT") : Optional.empty();
    }

    static ConfigShape.Form inventory(
            String region, Map<String, @Nullable Object> configuration, Map<String, @Nullable Object> ignored) {
        List<Unread> unread = unread("configuration.isLatestVersion", "configuration.pingStatus");
        Map<String, @Nullable Object> form = new TreeMap<>();
        Map<String, @Nullable Object> machine = Content.of(configuration, "AWS:InstanceInformation.Content")
                .flatMap(content -> content.items().stream().findFirst())
                .map(one -> ShapeForm.of(InstanceInformation.builder().build(), one))
                .orElse(Map.of());
        for (String name : List.of(
                "agentVersion", "instanceId", "platformName", "platformType", "platformVersion", "resourceType")) {
            if (machine.get(name) == null) {
                unread.add(leftOut("configuration." + name));
            } else {
                form.put(name, machine.get(name));
            }
        }
        Map<String, @Nullable Object> supplementary = new TreeMap<>();
        Content.of(configuration, "AWS:Application.Content")
                .ifPresentOrElse(
                        content -> supplementary.put(
                                "applications",
                                Map.of("listed", (long) content.items().size(), "more", false)),
                        () -> unread.add(leftOut("supplementaryConfiguration.applications")));
        return new ConfigShape.Form(form, supplementary, unread);
    }

    private static Unread leftOut(String path) {
        return new Unread(path, DeclaredShape.LEFT_OUT, null);
    }

    private static List<Unread> unread(String... paths) {
        return Arrays.stream(paths)
                .map(path -> new Unread(path, DeclaredShape.NOT_RECORDED, null))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /**
     * What one kind lists, and its summary.
     *
     * @param summary empty where there is none
     */
    private record Content(List<Map<String, @Nullable Object>> items, Map<String, @Nullable Object> summary) {
        static Optional<Content> of(Map<String, @Nullable Object> configuration, String path) {
            return ConfigPath.valueOf(path).in(configuration).map(value -> {
                if (ConfigJson.decoded(value) instanceof List<?> list) {
                    return new Content(objects(path, list), Map.of());
                }
                Map<String, @Nullable Object> byKey = ConfigJson.object(path, value);
                Object summary = byKey.remove(SUMMARY);
                return new Content(
                        objects(path, byKey.values()),
                        summary == null ? Map.of() : ConfigJson.object(SUMMARY, summary));
            });
        }

        private static List<Map<String, @Nullable Object>> objects(String path, Collection<?> items) {
            return items.stream().map(item -> ConfigJson.object(path, item)).toList();
        }

        Content only(String member, String value) {
            return new Content(
                    items.stream()
                            .filter(item -> value.equals(item.get(member)))
                            .toList(),
                    summary);
        }

        long count(String member, String... values) {
            return items.stream()
                    .filter(item -> List.of(values).contains(String.valueOf(item.get(member))))
                    .count();
        }
    }
}
