package dev.demarc.scanner.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.Unread;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfigMachinesTest {
    @Test
    void countsPatchesByTheirState() {
        ConfigShape.Form form = patches(Map.of(
                "ComplianceSummary",
                Map.of("PatchBaselineId", "pb-1", "Status", "NON_COMPLIANT"),
                "a",
                patch("Missing", "NON_COMPLIANT", "CRITICAL", "Security"),
                "b",
                patch("Failed", "NON_COMPLIANT", "MEDIUM", "Bugfix"),
                "c",
                patch("InstalledPendingReboot", "NON_COMPLIANT", "MEDIUM", "SecurityUpdates"),
                "d",
                patch("Installed", "COMPLIANT", "CRITICAL", "Security")));

        assertThat(form.supplementaryConfiguration())
                .extracting(
                        "patchState.baselineId",
                        "patchState.missingCount",
                        "patchState.failedCount",
                        "patchState.installedPendingRebootCount",
                        "patchState.criticalNonCompliantCount",
                        "patchState.securityNonCompliantCount")
                .containsExactly("pb-1", 1L, 1L, 1L, 1L, 2L);
    }

    @Test
    void doesNotKnowWhenPatchesWereLookedFor() {
        ConfigShape.Form form = patches(Map.of("a", patch("Installed", "COMPLIANT", "CRITICAL", "Security")));

        assertThat(form.supplementaryConfiguration())
                .extracting("patchState.missingCount")
                .isEqualTo(0L);
        assertThat(paths(form)).contains("supplementaryConfiguration.patchState.operationEndTime");
    }

    @Test
    void doesNotTakeWhatSaysNothingOfPatchesForPatched() {
        ConfigShape.Form form = form("AWS::SSM::PatchCompliance", Map.of());

        assertThat(form.supplementaryConfiguration()).isEmpty();
        assertThat(paths(form)).contains("supplementaryConfiguration.patchState");
    }

    @Test
    void saysThatAnAssociationDoesNotHold() {
        ConfigShape.Form form = associations(Map.of("a", status("COMPLIANT"), "b", status("NON_COMPLIANT")));

        assertThat(form.configuration()).containsEntry("status", "NON_COMPLIANT");
    }

    @Test
    void doesNotKnowWhetherAssociationsHoldOfWhichOneSaysNothing() {
        List<ConfigShape.Form> forms =
                List.of(associations(Map.of("a", status("COMPLIANT"), "b", status(""))), associations(Map.of()));

        assertThat(forms).allSatisfy(form -> {
            assertThat(form.configuration()).doesNotContainKey("status");
            assertThat(paths(form)).contains("configuration.status");
        });
    }

    @Test
    void countsTheSoftwareOfAMachineAndNotWhoseItIs() {
        ConfigShape.Form form = form(
                "AWS::SSM::ManagedInstanceInventory",
                Map.of(
                        "AWS:InstanceInformation",
                        content(Map.of("i-1", Map.of("PlatformType", "Linux", "ComputerName", "ledger"))),
                        "AWS:Application",
                        content(Map.of("nginx", Map.of("Name", "nginx")))));

        assertThat(form.configuration()).containsExactly(Map.entry("platformType", "Linux"));
        assertThat(form.supplementaryConfiguration())
                .containsEntry("applications", Map.of("listed", 1L, "more", false));
        assertThat(paths(form)).contains("configuration.pingStatus", "configuration.isLatestVersion");
    }

    private static Map<String, Object> patch(String state, String status, String severity, String classification) {
        return Map.of("PatchState", state, "Status", status, "Severity", severity, "Classification", classification);
    }

    private static Map<String, Object> status(String status) {
        return Map.of("Status", status);
    }

    private static ConfigShape.Form patches(Map<String, Object> patches) {
        return form("AWS::SSM::PatchCompliance", Map.of("AWS:ComplianceItem", content(Map.of("Patch", patches))));
    }

    private static ConfigShape.Form associations(Map<String, Object> associations) {
        return form(
                "AWS::SSM::AssociationCompliance",
                Map.of("AWS:ComplianceItem", content(Map.of("Association", associations))));
    }

    private static Map<String, Object> content(Map<String, Object> content) {
        return Map.of("SchemaVersion", "1.0", "Content", content);
    }

    private static ConfigShape.Form form(String type, Map<String, @Nullable Object> configuration) {
        return Objects.requireNonNull(ConfigShapes.of(type)).form("eu-central-1", configuration, Map.of());
    }

    private static List<String> paths(ConfigShape.Form form) {
        return form.unread().stream().map(Unread::path).toList();
    }
}
