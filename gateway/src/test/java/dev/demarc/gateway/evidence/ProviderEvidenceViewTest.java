package dev.demarc.gateway.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.gateway.Catalogs;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ProviderEvidenceViewTest {
    @Test
    void namesTheControlsThatACurrentReportCovers() {
        ProviderEvidenceView view = view("2026-06-01");

        assertThat(view.reports()).singleElement().satisfies(report -> {
            assertThat(report.current()).isTrue();
            assertThat(report.currentUntil()).isEqualTo("2026-12-31");
            assertThat(report.controls()).containsExactly("ec2-patched", "aws-facilities");
        });
    }

    @Test
    void keepsAStaleReportOnTheList() {
        ProviderEvidenceView view = view("2027-01-01");

        assertThat(view.reports()).singleElement().satisfies(report -> assertThat(report.current())
                .isFalse());
    }

    @Test
    void showsNoOrganizationTheReportsOfAnother() {
        assertThat(ProviderEvidenceView.of(Catalogs.small(), "o-other", LocalDate.parse("2026-06-01"))
                        .reports())
                .isEmpty();
    }

    private static ProviderEvidenceView view(String on) {
        return ProviderEvidenceView.of(Catalogs.small(), Catalogs.ORGANIZATION, LocalDate.parse(on));
    }
}
