package dev.demarc.engine.assurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.demarc.contracts.Category;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.ProviderEvidence;
import dev.demarc.contracts.scorecard.Assurance;
import dev.demarc.engine.ControlBuilder;
import dev.demarc.engine.assurance.ProviderHalves.Report;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderHalvesTest {
    @ParameterizedTest
    @CsvSource({"2025-05-14, UNKNOWN", "2025-05-15, PASS", "2025-12-31, PASS", "2026-01-01, UNKNOWN"})
    void takesAPeriodReportUntilNineMonthsAfterItsPeriod(LocalDate on, Verdict verdict) {
        ProviderHalves halves = halves(period("spring", "2025-05-15", "2025-03-31", null));

        assertThat(halves.verdict(ControlBuilder.HALF, null, null, on).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void takesAPeriodReportLongerWithALetter() {
        ProviderHalves halves = halves(period("spring", "2025-05-15", "2025-03-31", "2026-02-28"));

        assertThat(halves.verdict(ControlBuilder.HALF, null, null, day("2026-02-28"))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(halves.verdict(ControlBuilder.HALF, null, null, day("2026-03-01"))
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void takesTheSuccessorFromItsIssueOn() {
        ProviderHalves halves = halves(
                period("spring", "2025-05-15", "2025-03-31", null), period("autumn", "2025-11-15", "2025-09-30", null));

        assertThat(halves.verdict(ControlBuilder.HALF, null, null, day("2025-11-14"))
                        .evidence())
                .extracting(ProviderEvidence::id)
                .containsExactly("spring");
        assertThat(halves.verdict(ControlBuilder.HALF, null, null, day("2025-11-15"))
                        .evidence())
                .extracting(ProviderEvidence::id)
                .containsExactly("autumn");
    }

    @Test
    void saysUntilWhenEachReportCounts() {
        ProviderHalves halves = halves(
                period("spring", "2025-05-15", "2025-03-31", null), period("autumn", "2025-11-15", "2025-09-30", null));

        assertThat(halves.reports(day("2025-12-01")))
                .extracting(report -> report.evidence().id(), Report::current, Report::currentUntil)
                .containsExactly(tuple("spring", false, day("2025-11-14")), tuple("autumn", true, day("2026-06-30")));
    }

    @Test
    void takesACertificateUntilItLapses() {
        ProviderHalves halves = halves(evidence(
                "iso-2025",
                "iso",
                ProviderEvidence.Type.CERTIFICATE,
                "2024-01-10",
                null,
                "2026-01-09",
                null,
                List.of(),
                List.of()));

        assertThat(halves.verdict(ControlBuilder.HALF, null, null, day("2026-01-09"))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(halves.verdict(ControlBuilder.HALF, null, null, day("2026-01-10"))
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void takesAReportOfOneDayForTwelveMonths() {
        ProviderHalves halves = halves(evidence(
                "soc-type-1",
                "soc-2",
                ProviderEvidence.Type.POINT_IN_TIME,
                "2025-01-10",
                null,
                null,
                null,
                List.of(),
                List.of()));

        assertThat(halves.verdict(ControlBuilder.HALF, null, null, day("2026-01-10"))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(halves.verdict(ControlBuilder.HALF, null, null, day("2026-01-11"))
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void looksAtServicesAndRegionsInScope() {
        ProviderHalves halves = halves(evidence(
                "iso-2025",
                "iso",
                ProviderEvidence.Type.CERTIFICATE,
                "2024-01-10",
                null,
                "2030-01-09",
                null,
                List.of("s3", "ec2"),
                List.of("eu-central-1")));
        LocalDate on = day("2026-01-01");

        assertThat(halves.verdict(ControlBuilder.HALF, "s3", "eu-central-1", on).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(halves.verdict(ControlBuilder.HALF, "s3", "global", on).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(halves.verdict(ControlBuilder.HALF, null, null, on).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(halves.verdict(ControlBuilder.HALF, "chime", "eu-central-1", on)
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(halves.verdict(ControlBuilder.HALF, "s3", "ap-south-2", on).reason())
                .isEqualTo("Report iso-2025 does not have s3 in ap-south-2 in scope");
    }

    @Test
    void saysWhyNothingCoversIt() {
        LocalDate on = day("2026-06-01");

        assertThat(halves().verdict(ControlBuilder.HALF, null, null, on).reason())
                .isEqualTo("no report of soc-2 or iso is on file");
        assertThat(halves(period("spring", "2025-05-15", "2025-03-31", null))
                        .verdict(ControlBuilder.HALF, null, null, on)
                        .reason())
                .isEqualTo("no current report is on file; Report spring spoke from 2025-05-15 until 2025-12-31");
    }

    @Test
    void countsNoReportThatAnotherOrganizationHasOnFile() {
        ProviderEvidence anothers = onFileOf("o-2", period("spring", "2025-05-15", "2025-03-31", null));
        LocalDate on = day("2025-06-01");

        assertThat(ProviderHalves.onFile(List.of(anothers), "o-2")
                        .verdict(ControlBuilder.HALF, null, null, on)
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(ProviderHalves.onFile(List.of(anothers), "o-1")
                        .verdict(ControlBuilder.HALF, null, null, on)
                        .reason())
                .isEqualTo("no report of soc-2 or iso is on file");
    }

    @Test
    void countsTheHalvesThatAreCovered() {
        ProviderHalves halves = halves(evidence(
                "iso-2025",
                "iso",
                ProviderEvidence.Type.CERTIFICATE,
                "2024-01-10",
                null,
                "2030-01-09",
                null,
                List.of("s3"),
                List.of("eu-central-1")));
        List<Control> controls = List.of(
                control(1, Category.INHERITED, "s3"),
                control(2, Category.SHARED, "chime"),
                control(3, Category.CUSTOMER_SPECIFIC, "s3"));
        LocalDate on = day("2026-01-01");

        assertThat(halves.assurance(controls, List.of("eu-central-1"), on)).isEqualTo(new Assurance(1, 2));
        assertThat(halves.assurance(controls, List.of("eu-central-1", "ap-south-2"), on))
                .isEqualTo(new Assurance(0, 2));
        assertThat(halves.assurance(controls, List.of(), on)).isEqualTo(new Assurance(1, 2));
    }

    private static ProviderHalves halves(ProviderEvidence... reports) {
        return ProviderHalves.onFile(List.of(reports), "o-1");
    }

    private static ProviderEvidence period(String id, String issuedOn, String end, @Nullable String continuedUntil) {
        return evidence(
                id, "soc-2", ProviderEvidence.Type.PERIOD, issuedOn, end, null, continuedUntil, List.of(), List.of());
    }

    private static ProviderEvidence onFileOf(String organization, ProviderEvidence report) {
        return new ProviderEvidence(
                report.id(),
                report.series(),
                organization,
                report.title(),
                report.type(),
                report.issuedOn(),
                report.periodStart(),
                report.periodEnd(),
                report.validUntil(),
                report.continuedUntil(),
                report.services(),
                report.regions(),
                report.exceptions(),
                report.expects(),
                report.source());
    }

    private static ProviderEvidence evidence(
            String id,
            String series,
            ProviderEvidence.Type type,
            String issuedOn,
            @Nullable String end,
            @Nullable String validUntil,
            @Nullable String continuedUntil,
            List<String> services,
            List<String> regions) {
        return new ProviderEvidence(
                id,
                series,
                null,
                "Report " + id,
                type,
                day(issuedOn),
                null,
                end == null ? null : day(end),
                validUntil == null ? null : day(validUntil),
                continuedUntil == null ? null : day(continuedUntil),
                services,
                regions,
                List.of(),
                List.of(),
                "the guide");
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Control control(int number, Category category, String service) {
        return new ControlBuilder()
                .number(number)
                .category(category)
                .service(service)
                .build();
    }
}
