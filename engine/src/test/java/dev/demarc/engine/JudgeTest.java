package dev.demarc.engine;

import static dev.demarc.engine.Catalogs.aCatalog;
import static dev.demarc.engine.Catalogs.aControl;
import static dev.demarc.engine.Items.aBucket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Category;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.Placement;
import dev.demarc.contracts.catalog.ResourceType;
import dev.demarc.contracts.resource.ResourceConfiguration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void passesAndFailsByTheExpression() {
        Judge judge = aCatalog()
                .service("s3", Map.of())
                .control("configuration.versioning == 'Enabled'")
                .judge();

        assertThat(only(judge, aBucket().configuration("{'versioning':'Enabled'}"))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(only(judge, aBucket().configuration("{'versioning':'Suspended'}"))
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void doesNotKnowWhatNobodyHasAttestedOfTheAccount() {
        Judge judge = aCatalog()
                .service("account", List.of(new ResourceType(Catalogs.ACCOUNT, Placement.BOTH)), Map.of())
                .control(aControl().attested())
                .judge();

        ControlVerdict verdict = only(judge, Items.an(Catalogs.ACCOUNT).in("global"));

        assertThat(verdict.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict.reason()).isEqualTo("nobody has attested it");
        assertThat(judge.judge(Items.an(Catalogs.ACCOUNT).build(), NOW).verdicts())
                .isEmpty();
    }

    @Test
    void appliesAnAttestedControlOnlyWhereItsConditionHolds() {
        Judge judge = aCatalog()
                .service("s3", Map.of())
                .control(aControl().attested().type(Catalogs.BUCKET).when("configuration.secret"))
                .judge();

        assertThat(only(judge, aBucket().configuration("{'secret':true}")).verdict())
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(only(judge, aBucket().configuration("{'secret':false}")).verdict())
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void takesNullAsSaidToBeNone() {
        Judge judge = aCatalog()
                .service("s3", Map.of())
                .control("supplementaryConfiguration.bucketPolicy == null")
                .judge();

        ControlVerdict verdict = only(judge, aBucket().supplementary("{'bucketPolicy':null}"));

        assertThat(verdict.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void doesNotKnowWhatWasNotAskedFor() {
        Judge judge = aCatalog()
                .service("s3", Map.of())
                .control("configuration.rules.all(rule, rule.target.days > 3)")
                .judge();

        ControlVerdict verdict = only(judge, aBucket().configuration("{'rules':[{'target':{}}]}"));

        assertThat(verdict.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict.reason()).isEqualTo("configuration.rules[].target.days: the field was not asked for");
    }

    @Test
    void letsAnExpressionAskFirst() {
        Judge judge = aCatalog()
                .service("s3", Map.of())
                .control("!has(configuration.website) || configuration.website.https")
                .judge();

        assertThat(only(judge, aBucket()).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void doesNotKnowWhatCouldNotBeRead() {
        Judge judge = aCatalog()
                .service("s3", Map.of())
                .control("supplementaryConfiguration.bucketPolicy == null")
                .judge();

        ControlVerdict verdict = only(
                judge,
                aBucket()
                        .supplementary("{'bucketPolicy':null}")
                        .unread("supplementaryConfiguration.bucketPolicy", "access denied", "s3:GetBucketPolicy"));

        assertThat(verdict.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict.reason()).isEqualTo("supplementaryConfiguration.bucketPolicy: access denied");
        assertThat(verdict.permission()).isEqualTo("s3:GetBucketPolicy");
    }

    @Test
    void knowsWhatTheRestDecidesWithoutWhatCouldNotBeRead() {
        Judge judge = aCatalog()
                .service("s3", Map.of())
                .control("configuration.blocked || supplementaryConfiguration.bucketPolicy == null")
                .judge();

        Items unread = aBucket().unread("supplementaryConfiguration.bucketPolicy", "access denied", null);

        assertThat(only(judge, unread.configuration("{'blocked':true}")).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(only(judge, unread.configuration("{'blocked':false}")).verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void doesNotApplyWhereItsConditionDoesNotHold() {
        Judge judge = aCatalog()
                .service("s3", Map.of())
                .control(aControl().when("tags.exists(key, key == 'pci')").assertion("false"))
                .judge();

        assertThat(only(judge, aBucket()).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(only(judge, aBucket().tags(Map.of("pci", "yes"))).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void doesNotAskTheCustomerForAWSsLayer() {
        Judge judge = aCatalog()
                .service("s3", Map.of())
                .control(aControl().layer("platform").assertion("false"))
                .judge();

        ControlVerdict verdict = only(judge, aBucket());

        assertThat(verdict.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(verdict.party()).isEqualTo(Party.AWS);
        assertThat(verdict.reason()).isEqualTo("platform is of AWS");
    }

    @Test
    void namesThePartyByCategoryThenByLayer() {
        Judge judge = aCatalog()
                .service("s3", Map.of("platform", Party.SHARED))
                .control(aControl().category(Category.INHERITED))
                .control(aControl().category(Category.SHARED))
                .control(aControl().layer("platform"))
                .control(aControl().layer("data"))
                .judge();

        List<ControlVerdict> verdicts = judge.judge(aBucket().build(), NOW).verdicts();

        assertThat(verdicts)
                .extracting(ControlVerdict::party)
                .containsExactly(Party.AWS, Party.SHARED, Party.SHARED, Party.CUSTOMER);
    }

    @Test
    void readsTheAccountsControlsByPlacement() {
        Judge judge = aCatalog()
                .service("account", List.of(new ResourceType(Catalogs.ACCOUNT, Placement.BOTH)), Map.of())
                .control(aControl().type(Catalogs.ACCOUNT).placement(Placement.GLOBAL))
                .control(aControl().type(Catalogs.ACCOUNT).placement(Placement.REGIONAL))
                .judge();

        ResourceConfiguration global = Items.an(Catalogs.ACCOUNT).in("global").build();
        ResourceConfiguration regional = Items.an(Catalogs.ACCOUNT).build();

        assertThat(judge.judge(global, NOW).verdicts())
                .extracting(each -> each.control().id())
                .containsExactly("control-1");
        assertThat(judge.judge(regional, NOW).verdicts())
                .extracting(each -> each.control().id())
                .containsExactly("control-2");
    }

    @Test
    void saysWhenTimeAloneMayChangeAVerdict() {
        Judge judge = aCatalog()
                .service("s3", Map.of())
                .control("time.youngerThan(configuration.created, 90)")
                .control("time.olderThan(configuration.created, 10)")
                .judge();

        Judgement young = judge.judge(
                aBucket().configuration("{'created':'2026-02-01T00:00:00Z'}").build(), NOW);
        Judgement old = judge.judge(
                aBucket().configuration("{'created':'2020-02-01T00:00:00Z'}").build(), NOW);

        assertThat(young.reviewAt()).isEqualTo(Instant.parse("2026-05-02T00:00:00Z"));
        assertThat(old.reviewAt()).isNull();
    }

    @Test
    void saysNothingOfATypeThatNoServiceHas() {
        Judge judge = aCatalog().service("s3", Map.of()).control("true").judge();

        Judgement judgement = judge.judge(Items.an("AWS::New::Thing").build(), NOW);

        assertThat(judgement.verdicts()).isEmpty();
        assertThat(judgement.profile().service()).isEmpty();
    }

    private static ControlVerdict only(Judge judge, Items item) {
        List<ControlVerdict> verdicts = judge.judge(item.build(), NOW).verdicts();
        assertThat(verdicts).hasSize(1);
        return verdicts.get(0);
    }
}
