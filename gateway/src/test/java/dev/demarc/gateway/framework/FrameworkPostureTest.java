package dev.demarc.gateway.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.Framework;
import dev.demarc.contracts.scorecard.Tally;
import dev.demarc.gateway.Catalogs;
import dev.demarc.gateway.Scorecards;
import dev.demarc.gateway.catalog.CatalogView;
import dev.demarc.gateway.framework.FrameworkPosture.RequirementPosture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FrameworkPostureTest {
    private static final CatalogView CATALOG = CatalogView.of(Catalogs.small());
    private static final LocalDate WITH_A_CURRENT_REPORT = LocalDate.parse("2026-06-01");
    private static final LocalDate AFTER_THE_REPORT = LocalDate.parse("2028-01-01");

    @Test
    void failsARequirementForOneFailure() {
        FrameworkPosture posture = posture(
                WITH_A_CURRENT_REPORT,
                Scorecards.tally(Catalogs.BUCKET_PUBLIC, "", 99, 1, 0),
                Scorecards.tally(Catalogs.BUCKET_LOGS, "", 100, 0, 0));

        assertThat(requirement(posture, "1").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(requirement(posture, "1").controls()).hasSize(2);
    }

    @Test
    void passesASharedControlOnlyWithBothHalves() {
        Tally patched = Scorecards.tally(Catalogs.PATCHING, "", 5, 0, 0);

        assertThat(requirement(posture(WITH_A_CURRENT_REPORT, patched), "2").verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(requirement(posture(AFTER_THE_REPORT, patched), "2").verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void passesNoSharedControlOnAReportThatAnotherOrganizationHasOnFile() {
        Subject other =
                new Subject("111122223333", "o-other", List.of(Scorecards.tally(Catalogs.PATCHING, "", 5, 0, 0)));

        FrameworkPosture posture = posture(WITH_A_CURRENT_REPORT, other);

        assertThat(requirement(posture, "2").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void givesNoVerdictWhereNoControlAnswers() {
        assertThat(requirement(posture(WITH_A_CURRENT_REPORT), "9").verdict()).isNull();
    }

    @Test
    void listsWhatControlsMapToWhereTheFrameworkNamesNothing() {
        Framework unnamed = new Framework("cis", "CIS AWS Foundations", "7.0", Map.of());
        Subject subject = new Subject("111122223333", Catalogs.ORGANIZATION, List.of());

        FrameworkPosture posture = FrameworkPosture.of(CATALOG, unnamed, subject, WITH_A_CURRENT_REPORT);

        assertThat(posture.requirements())
                .extracting(RequirementPosture::id, RequirementPosture::name)
                .containsExactly(tuple("1", null), tuple("2", null));
    }

    @Test
    void knowsThePartsOfARequirement() {
        assertThat(List.of("AC-2", "AC-2(1)", "AC-2.1")).allMatch(id -> RequirementIds.isWithin(id, "AC-2"));
        assertThat(List.of("AC-20", "AC-3", "AC")).noneMatch(id -> RequirementIds.isWithin(id, "AC-2"));
    }

    @Test
    void keepsWhatWasNotReadFromPassing() {
        assertThat(requirement(posture(WITH_A_CURRENT_REPORT, Scorecards.tally(Catalogs.BUCKET_LOGS, "", 7, 0, 1)), "1")
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void ordersRequirementsAsAReaderExpects() {
        assertThat(Stream.of("2.10", "10.1", "2.9", "2.1.10", "2.1.9").sorted(RequirementIds.NATURAL))
                .containsExactly("2.1.9", "2.1.10", "2.9", "2.10", "10.1");
    }

    private static FrameworkPosture posture(LocalDate on, Tally... tallies) {
        return posture(on, new Subject("111122223333", Catalogs.ORGANIZATION, List.of(tallies)));
    }

    private static FrameworkPosture posture(LocalDate on, Subject subject) {
        return FrameworkPosture.of(CATALOG, CATALOG.framework("cis").orElseThrow(), subject, on);
    }

    private static RequirementPosture requirement(FrameworkPosture posture, String id) {
        return posture.requirements().stream()
                .filter(requirement -> requirement.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
