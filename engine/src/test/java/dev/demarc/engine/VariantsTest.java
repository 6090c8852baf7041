package dev.demarc.engine;

import static dev.demarc.engine.Catalogs.aCatalog;
import static dev.demarc.engine.Catalogs.aControl;
import static dev.demarc.engine.Catalogs.variant;
import static dev.demarc.engine.Items.aBucket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.Variant;
import dev.demarc.contracts.resource.ResourceConfiguration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariantsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void letsTheMostSpecificRuleSpeak() {
        Judge judge = aCatalog()
                .service(
                        "s3",
                        Map.of("platform", Party.SHARED),
                        variant("custom", "configuration.custom", Map.of("platform", Party.CUSTOMER)))
                .judge();

        List<LayerResponsibility> plain = judge.responsibilities(custom("{'custom':false}"), NOW);
        List<LayerResponsibility> custom = judge.responsibilities(custom("{'custom':true}"), NOW);

        assertThat(plain)
                .extracting(LayerResponsibility::decidedBy)
                .containsExactly("model:ABSTRACTED", "service:s3", "model:ABSTRACTED");
        assertThat(custom)
                .extracting(LayerResponsibility::decidedBy)
                .containsExactly("model:ABSTRACTED", "variant:s3/custom", "model:ABSTRACTED");
        assertThat(custom.get(1).responsibility().party()).isEqualTo(Party.CUSTOMER);
        assertThat(custom.get(1).paths()).containsExactly("configuration.custom");
    }

    @Test
    void namesTheAccountThatAnswersForALayer() {
        Judge judge = sharedBy("configuration.custom", false);

        Judgement shared = judge.judge(custom("{'custom':'999988887777'}"), NOW);
        Judgement other = judge.judge(custom("{'custom':'444455556666'}"), NOW);

        assertThat(shared.profile().layers())
                .extracting(Profile.LayerDecision::owner)
                .containsExactly(null, new LayerOwner("999988887777", false), null);
        assertThat(other.profile().layers().get(1).owner()).isEqualTo(new LayerOwner("444455556666", false));
    }

    @Test
    void saysThatAGuardrailDecidesEvenWhereItsAccountIsNotKnown() {
        Judge judge = sharedBy("configuration.elsewhere", true);

        List<LayerResponsibility> layers = judge.responsibilities(custom("{'custom':'x'}"), NOW);

        assertThat(layers.get(1).owner()).isEqualTo(new LayerOwner(null, true));
    }

    private static Judge sharedBy(String account, boolean guardrail) {
        return aCatalog()
                .service(
                        "s3",
                        Map.of(),
                        Catalogs.owned(
                                variant("shared", "configuration.custom != null", Map.of("platform", Party.CUSTOMER)),
                                account,
                                guardrail))
                .judge();
    }

    @Test
    void movesVerdictsWithTheLayer() {
        Judge judge = aCatalog()
                .service("s3", Map.of(), variant("custom", "configuration.custom", Map.of("platform", Party.CUSTOMER)))
                .control(aControl().layer("platform").assertion("false"))
                .judge();

        assertThat(judge.judge(custom("{'custom':true}"), NOW).verdicts())
                .extracting(ControlVerdict::verdict)
                .containsExactly(Verdict.FAIL);
        assertThat(judge.judge(custom("{'custom':false}"), NOW).verdicts())
                .extracting(ControlVerdict::verdict)
                .containsExactly(Verdict.NOT_APPLICABLE);
    }

    @Test
    void leavesTheServicesRuleWhereAConditionCannotBeRead() {
        Judge judge = aCatalog()
                .service("s3", Map.of(), variant("custom", "configuration.custom", Map.of("platform", Party.CUSTOMER)))
                .judge();

        Judgement judgement = judge.judge(
                aBucket()
                        .unread("configuration.custom", "access denied", "s3:GetCustom")
                        .build(),
                NOW);

        Profile.LayerDecision platform = judgement.profile().layers().get(1);
        assertThat(platform.party()).isEqualTo(Party.AWS);
        assertThat(platform.undecided())
                .isEqualTo(new Undecided("variant:s3/custom", "configuration.custom", "access denied", "s3:GetCustom"));
        assertThat(judgement.profile().layers().get(2).undecided()).isNull();
    }

    @Test
    void letsTheStrongerOfTwoVariantsWin() {
        Variant weak = variant("weak", "configuration.custom", Map.of("platform", Party.SHARED), "strong");
        Variant strong = variant("strong", "configuration.strong", Map.of("platform", Party.CUSTOMER), "strongest");
        Variant strongest = variant("strongest", "configuration.strongest", Map.of("platform", Party.AWS));
        Judge judge =
                aCatalog().service("s3", Map.of(), weak, strong, strongest).judge();

        assertThat(platform(judge, "{'custom':true,'strong':true,'strongest':false}")
                        .decidedBy())
                .isEqualTo("variant:s3/strong");
        assertThat(platform(judge, "{'custom':true,'strong':false,'strongest':true}")
                        .decidedBy())
                .isEqualTo("variant:s3/strongest");
        assertThat(platform(judge, "{'custom':true,'strong':false,'strongest':false}")
                        .decidedBy())
                .isEqualTo("variant:s3/weak");
    }

    @Test
    void marksALayerOnWhichTwoVariantsContradictEachOther() {
        Judge judge = aCatalog()
                .service(
                        "s3",
                        Map.of(),
                        variant("one", "configuration.one", Map.of("platform", Party.SHARED)),
                        variant("other", "configuration.other", Map.of("platform", Party.CUSTOMER)))
                .judge();

        Profile.LayerDecision platform = platform(judge, "{'one':true,'other':true}");

        assertThat(platform.party()).isEqualTo(Party.AWS);
        assertThat(platform.undecided())
                .extracting(Undecided::rule, Undecided::path)
                .containsExactly("variant:s3/one and variant:s3/other", "configuration.one, configuration.other");
    }

    @Test
    void decidesALayerWhereWhatWasReadDecidesAVariantAlone() {
        Judge judge = aCatalog()
                .service(
                        "s3",
                        Map.of(),
                        variant(
                                "custom",
                                "configuration.custom || configuration.other",
                                Map.of("platform", Party.CUSTOMER)))
                .judge();

        List<LayerResponsibility> holding = judge.responsibilities(withoutOther("{'custom':true}"), NOW);
        List<LayerResponsibility> open = judge.responsibilities(withoutOther("{'custom':false}"), NOW);

        assertThat(holding.get(1).decidedBy()).isEqualTo("variant:s3/custom");
        assertThat(holding.get(1).undecided()).isNull();
        assertThat(open.get(1).undecided()).isNotNull();
    }

    private static ResourceConfiguration withoutOther(String configuration) {
        return aBucket()
                .configuration(configuration)
                .unread("configuration.other", "access denied", "s3:GetOther")
                .build();
    }

    @Test
    void doesNotMindAnUnreadableVariantThatAHoldingOneWinsOver() {
        Judge judge = aCatalog()
                .service(
                        "s3",
                        Map.of(),
                        variant("weak", "configuration.weak", Map.of("platform", Party.SHARED), "strong"),
                        variant("strong", "configuration.strong", Map.of("platform", Party.CUSTOMER)))
                .judge();

        assertThat(platform(judge, "{'strong':true}").undecided()).isNull();
        assertThat(platform(judge, "{'strong':false}").undecided()).isNotNull();
    }

    @Test
    void mindsAnUnreadableVariantThatWouldWinOverAHoldingOne() {
        Judge judge = aCatalog()
                .service(
                        "s3",
                        Map.of(),
                        variant("weak", "configuration.weak", Map.of("platform", Party.SHARED), "strong"),
                        variant("strong", "configuration.strong", Map.of("platform", Party.CUSTOMER)))
                .judge();

        Profile.LayerDecision platform = platform(judge, "{'weak':true}");

        assertThat(platform.party()).isEqualTo(Party.AWS);
        assertThat(platform.undecided()).extracting(Undecided::rule).isEqualTo("variant:s3/strong");
    }

    @Test
    void givesTheSameProfileToTheSameResponsibilities() {
        Judge judge = aCatalog()
                .service("s3", Map.of(), variant("custom", "configuration.custom", Map.of("platform", Party.CUSTOMER)))
                .judge();

        Profile one = judge.judge(custom("{'custom':true}"), NOW).profile();
        Profile other = judge.judge(custom("{'custom':true,'more':1}"), NOW).profile();

        assertThat(one).isSameAs(other);
    }

    private static Profile.LayerDecision platform(Judge judge, String configuration) {
        return judge.judge(custom(configuration), NOW).profile().layers().get(1);
    }

    private static ResourceConfiguration custom(String configuration) {
        return aBucket().configuration(configuration).build();
    }
}
