package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.InstanceInformation;
import software.amazon.awssdk.services.ssm.model.InstancePatchState;
import software.amazon.awssdk.services.ssm.model.PatchBaselineIdentity;
import software.amazon.awssdk.services.ssm.model.PatchOrchestratorFilter;

/** One item a managed instance: what Patch Manager found, and whose baseline it was measured by. */
@Singleton
public final class SsmPatchComplianceCollector implements Collector {
    private static final PatchOrchestratorFilter OWN =
            PatchOrchestratorFilter.builder().key("OWNER").values("Self").build();

    @Override
    public String type() {
        return "AWS::SSM::PatchCompliance";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of("AWS::SSM::PatchBaseline");
    }

    @Override
    public void read(Reading reading) {
        SsmClient ssm = reading.aws().ssm();
        ManagedInstances instances = new ManagedInstances(reading);
        List<InstanceInformation> listed = instances.list();
        List<String> ids = listed.stream().map(InstanceInformation::instanceId).toList();
        Joined<Map<String, InstancePatchState>> states =
                Joined.read(PatchStates.PERMISSION, Map.of(), Set.of(), () -> PatchStates.read(ssm, ids));
        Joined<Set<String>> own =
                Joined.read("ssm:DescribePatchBaselines", Set.of(), Set.of(), () -> ownBaselines(ssm));
        reading.each(ManagedInstances.LIST, listed::stream, instance -> {
            InstancePatchState state = states.value().get(instance.instanceId());
            return instances
                    .item(instance.instanceId())
                    .name(instance.name())
                    .configuration(Members.only(
                            canonical(instance), "instanceId", "platformName", "platformType", "resourceType"))
                    .detail("patchState", states, () -> state == null ? null : form(state))
                    .detail("baselineIsOwn", own, () -> isOwn(own.value(), state));
        });
    }

    private static Map<String, @Nullable Object> form(InstancePatchState state) {
        return Members.only(
                canonical(state),
                "baselineId",
                "criticalNonCompliantCount",
                "failedCount",
                "installedPendingRebootCount",
                "missingCount",
                "operation",
                "operationEndTime",
                "otherNonCompliantCount",
                "patchGroup",
                "securityNonCompliantCount");
    }

    private static @Nullable Object isOwn(Set<String> own, @Nullable InstancePatchState state) {
        return (state == null || state.baselineId() == null) ? null : own.contains(state.baselineId());
    }

    private static Set<String> ownBaselines(SsmClient ssm) {
        return ssm.describePatchBaselinesPaginator(request -> request.filters(OWN)).baselineIdentities().stream()
                .map(PatchBaselineIdentity::baselineId)
                .collect(Collectors.toSet());
    }
}
