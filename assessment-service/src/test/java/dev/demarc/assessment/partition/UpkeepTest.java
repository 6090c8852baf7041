package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.scan.Account;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpkeepTest {
    private final Workbench bench = Workbench.open();
    private final Database database = bench.database();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void judgesAgainByANewRevisionAndWritesOnlyDifferences() {
        Bucket[] buckets = new Bucket[7];
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = i % 2 == 0
                    ? Bucket.named("bucket-" + i)
                    : Bucket.named("bucket-" + i).unencrypted();
        }
        bench.ingest(completeRun(SCOPE, "s", at(0), buckets));

        bench.judgeBy(TestCatalog.second()).upkeep();

        assertThat(database.rows("SELECT concat_ws(' ', control, pass, fail) FROM tally ORDER BY control"))
                .containsExactly("1 3 4", "2 7 0", "3 7 0", "4 4 3", "5 7 0", "6 7 0");
        assertThat(database.number("SELECT count(*) FROM reassessment")).isZero();
        assertThat(database.number("SELECT count(*) FROM resource_history")).isZero();
        assertThat(database.rows("SELECT DISTINCT cause FROM finding_history")).containsExactly("CATALOG");
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void aResourceThatChangesDuringAReassessmentIsCountedOnce() throws Exception {
        Bucket[] buckets = {
            Bucket.named("a"), Bucket.named("b"), Bucket.named("c"), Bucket.named("d"), Bucket.named("e")
        };
        bench.ingest(completeRun(SCOPE, "s0", at(0), buckets));
        bench.judgeBy(TestCatalog.second());
        bench.instance().chores().reassessing().step(bench.fence(), bench.judging());

        bench.ingest(completeRun(
                SCOPE,
                "s1",
                at(100),
                buckets[0].unencrypted(),
                buckets[1].unencrypted(),
                buckets[2].unencrypted(),
                buckets[3].unencrypted()));
        assertThat(bench.disagreements()).isEmpty();
        bench.upkeep();

        assertThat(database.rows("SELECT concat_ws(' ', control, pass, fail) FROM tally WHERE control = 1"))
                .containsExactly("1 4 0");
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void anInstanceThatJudgesByAnOlderRevisionCannotWrite() {
        bench.ingest(completeRun(SCOPE, "s", at(0), Bucket.named("one")));
        database.update("UPDATE partition_state SET judging_version = NULL");
        database.update("INSERT INTO catalog_revision SELECT 9, published_at, payload FROM catalog_revision");
        database.update("INSERT INTO judging_version SELECT no + 8, 9, engine FROM judging_version");
        database.update("UPDATE partition_state SET judging_version = (SELECT max(no) FROM judging_version)");

        assertThatThrownBy(() -> bench.ingest(completeRun(SCOPE, "s1", at(100), Bucket.named("two"))))
                .isInstanceOf(FenceLostException.class)
                .hasMessageContaining("revision=9");
        assertThat(database.resourceIds()).containsExactly("one");
    }

    @Test
    void aVerdictFlipsByTimeAlone() {
        bench.ingest(completeRun(SCOPE, "s", at(0), Bucket.named("one")));
        assertThat(database.nonPasses("one")).isEmpty();
        assertThat(database.rows("SELECT review_at FROM resource")).doesNotContain("null");

        bench.clock().advance(Duration.ofDays(31));
        bench.upkeep();

        assertThat(database.nonPasses("one"))
                .extracting(NonPass::control, NonPass::verdict)
                .containsExactly(tuple(TestCatalog.AGE, Verdict.FAIL));
        assertThat(database.rows("SELECT convert_from(payload, 'UTF8') FROM finding_outbox"))
                .singleElement()
                .asString()
                .contains("\"cause\":\"TIME\"", "\"control\":\"bucket-young\"", "\"activity_id\":1");
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void ownersAreResolvedAgainWhenTheAccountGetsATeam() throws Exception {
        bench.ingest(completeRun(
                SCOPE,
                "s",
                at(0),
                Bucket.named("a"),
                Bucket.named("b"),
                Bucket.named("c"),
                Bucket.named("d").tagged("team", "own")));

        bench.instance().accounts().save(account("payments"));
        bench.upkeep();

        assertThat(database.rows("SELECT t.name FROM resource r JOIN team t ON t.no = r.team ORDER BY resource_id"))
                .containsExactly("payments", "payments", "payments", "own");
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void ownersOfAScopeAreResolvedOnceWhereItsAccountWasKnown() throws Exception {
        bench.instance().accounts().save(account("payments"));

        bench.ingest(completeRun(SCOPE, "s", at(0), Bucket.named("a")));

        assertThat(database.rows("SELECT t.name FROM scope_state s JOIN team t ON t.no = s.account_team"))
                .containsExactly("payments");
    }

    @Test
    void ownersAreResolvedAgainWhenTheAccountMovesToAnotherUnit() throws Exception {
        bench.judgeBy(TestCatalog.withTeamsOfUnits(2, Map.of("Shops", "web", "Shops/Payments", "cards")));
        bench.instance().accounts().save(account(null, "Shops", "Payments"));
        bench.ingest(completeRun(SCOPE, "s", at(0), Bucket.named("a").unencrypted()));
        assertThat(teams()).containsExactly("cards");

        bench.instance().accounts().save(account(null, "Shops"));
        bench.upkeep();

        assertThat(teams()).containsExactly("web");
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void ownersAreResolvedAgainWhenAUnitGetsAnotherTeam() throws Exception {
        bench.instance().accounts().save(account(null, "Shops"));
        bench.ingest(completeRun(SCOPE, "s", at(0), Bucket.named("a").unencrypted()));
        assertThat(teams()).containsExactly("");

        bench.judgeBy(TestCatalog.withTeamsOfUnits(2, Map.of("Shops", "web"))).upkeep();

        assertThat(teams()).containsExactly("web");
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void keepsWhatAResourceWasAndSinceWhenItFails() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), Bucket.named("one").unencrypted()));
        bench.ingest(completeRun(
                SCOPE, "s1", at(100), Bucket.named("one").unencrypted().with("name", "renamed")));
        assertThat(database.nonPasses("one")).extracting(NonPass::since).containsOnly(at(1));

        bench.ingest(completeRun(SCOPE, "s2", at(200), Bucket.named("one")));

        assertThat(database.rows(
                        "SELECT extract(epoch FROM until - observed_at)::int FROM resource_history ORDER BY until"))
                .containsExactly("100", "100");
        assertThat(database.rows("SELECT concat_ws(' ', control, extract(epoch FROM until - since)::int, cause)"
                        + " FROM finding_history ORDER BY control"))
                .containsExactly("1 200 CONFIGURATION", "4 200 CONFIGURATION");
    }

    @Test
    void aFirstJudgementAndACatalogChangeTellCountsOnly() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), Bucket.named("one").unencrypted()));
        bench.judgeBy(TestCatalog.second()).upkeep();

        List<String> changes = database.rows("SELECT convert_from(payload, 'UTF8') FROM finding_outbox ORDER BY no");

        assertThat(database.rows("SELECT type FROM finding_outbox"))
                .containsExactly("dev.demarc.finding.summary.v1", "dev.demarc.finding.summary.v1");
        assertThat(changes.get(0)).contains("FIRST_JUDGEMENT", "\"opened\":2");
        assertThat(changes.get(1)).contains("CATALOG", "\"resolved\":1");
    }

    private List<String> teams() {
        return database.rows("SELECT t.name FROM resource r JOIN team t ON t.no = r.team ORDER BY resource_id");
    }

    private static Account account(@Nullable String team, String... units) {
        return new Account(
                SCOPE.account(),
                "Payments",
                "o-1",
                List.of(units),
                Account.Status.ACTIVE,
                List.of("eu-central-1"),
                team);
    }
}
