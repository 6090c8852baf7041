package dev.demarc.engine;

import static dev.demarc.engine.Catalogs.aCatalog;
import static dev.demarc.engine.Catalogs.aControl;
import static dev.demarc.engine.Items.aBucket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.catalog.RemedyVariant;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RemedyRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final String CONTROL = "control-1";

    @Test
    void takesTheFirstVariantThatHolds() {
        Judge judge = with(variant("own", "configuration.own"), variant("shared", "configuration.shared"));

        assertThat(Objects.requireNonNull(
                                advice(judge, "{'own':false,'shared':true}").variant())
                        .name())
                .isEqualTo("shared");
        assertThat(Objects.requireNonNull(
                                advice(judge, "{'own':true,'shared':true}").variant())
                        .name())
                .isEqualTo("own");
    }

    @Test
    void keepsToTheGeneralRemedyWhereNoVariantHolds() {
        Judge judge = with(variant("own", "configuration.own"));

        Advice advice = advice(judge, "{'own':false}");

        assertThat(advice.variant()).isNull();
        assertThat(advice.undecided()).isEmpty();
        assertThat(advice.general().console()).isEqualTo("Mend it.");
    }

    @Test
    void tellsTheVariantsThatNobodyCouldDecide() {
        Judge judge = with(variant("own", "configuration.own"), variant("shared", "configuration.shared"));

        Advice advice = advice(judge, "{'shared':true}");

        assertThat(advice.undecided()).extracting(RemedyVariant::name).containsExactly("own");
        assertThat(Objects.requireNonNull(advice.variant()).name()).isEqualTo("shared");
    }

    @Test
    void refusesAConditionThatIsNoneAndANameThatIsThereTwice() {
        assertThatThrownBy(() -> with(variant("own", "1 + 1"), variant("own", "true")))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("controls[control-1].remedy.variants[own].when: '1 + 1'")
                .hasMessageContaining("controls[control-1].remedy.variants[own]: is there twice");
    }

    @Test
    void refusesAVariantWithoutARemedy() {
        assertThatThrownBy(() -> new RemedyVariant("own", "true", null, null, null, "https://example.org"))
                .hasMessage("the remedy's variant 'own' says nothing; accepted: console, cli or terraform");
    }

    @Test
    void knowsNoRemedyOfAControlThatIsNotThere() {
        Judge judge = with();

        assertThatThrownBy(() -> judge.advice("no-such", aBucket().build(), NOW))
                .hasMessage("'no-such' is no control of the catalog");
    }

    private static Judge with(RemedyVariant... variants) {
        return aCatalog()
                .service("s3", Map.of())
                .control(aControl().remedy(variants))
                .judge();
    }

    private static Advice advice(Judge judge, String configuration) {
        return judge.advice(CONTROL, aBucket().configuration(configuration).build(), NOW);
    }

    private static RemedyVariant variant(String name, String when) {
        return new RemedyVariant(name, when, "Do it otherwise.", null, null, "https://example.org");
    }
}
