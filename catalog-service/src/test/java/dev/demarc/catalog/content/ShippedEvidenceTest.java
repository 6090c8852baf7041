package dev.demarc.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Category;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.scorecard.Assurance;
import dev.demarc.engine.assurance.ProviderHalves;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedEvidenceTest {
    private static final CatalogRevision SHIPPED = Shipped.CONTENT.revision();
    private static final LocalDate LATER = LocalDate.parse("2028-06-01");

    @ParameterizedTest
    @ValueSource(strings = {"D01", "D02", "D03", "D04", "D05", "D06", "D08"})
    void coversWhatTheSampleOrganizationInherits(String duty) {
        Control inherited = answering(duty);

        assertThat(verdict(inherited, "sample").verdict()).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"D01", "D02", "D03", "D04", "D05", "D06", "D08"})
    void coversNothingOfAnOrganizationThatPutNoReportOnFile(String duty) {
        Control inherited = answering(duty);

        ProviderHalves.Half half = verdict(inherited, "o-a1b2c3d4e5");

        assertThat(half.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(half.reason()).startsWith("no report of aws-").endsWith("is on file");
    }

    @Test
    void givesAnOrganizationWithoutReportsNoAssurance() {
        Assurance assurance = ProviderHalves.onFile(SHIPPED.providerEvidence(), "o-a1b2c3d4e5")
                .assurance(SHIPPED.controls(), List.of("eu-central-1"), LATER);

        assertThat(assurance.covered()).isZero();
        assertThat(assurance.controls()).isPositive();
    }

    private static Control answering(String duty) {
        return SHIPPED.controls().stream()
                .filter(control -> control.category() == Category.INHERITED
                        && control.duties().contains(duty))
                .findFirst()
                .orElseThrow();
    }

    private static ProviderHalves.Half verdict(Control control, String organization) {
        return ProviderHalves.onFile(SHIPPED.providerEvidence(), organization)
                .verdict(Objects.requireNonNull(control.provider()), control.service(), null, LATER);
    }
}
