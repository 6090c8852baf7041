package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.assessment.problem.ConflictException;
import dev.demarc.assessment.statement.People;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.api.StatementKind;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementsInTheLoopTest {
    private static final Scope ACCOUNT = new Scope(SCOPE.account(), Scope.GLOBAL, Control.ACCOUNT_TYPE);
    private static final Instant NOON = at(12 * 3600);
    private static final Instant EVENING = at(20 * 3600);
    private static final int ATTESTED = 9;

    private final Workbench bench = Workbench.open().judgeBy(TestCatalog.stated());
    private final Database database = bench.database();
    private final People people = bench.people();

    @BeforeEach
    void loadAnAccountWithAnUnencryptedBucket() {
        bench.clock().set(at(10));
        bench.ingest(
                completeRun(SCOPE, "s", at(0), Bucket.named("plain").unencrypted(), Bucket.named("good")),
                completeRun(ACCOUNT, "s", at(0), Bucket.named(SCOPE.account())));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aWaiverAcceptsAFindingAndItsEndOpensItAgain() {
        String id = people.state(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), NOON);
        bench.upkeep();

        assertThat(encrypted().waived()).isTrue();
        assertThat(tally(TestCatalog.ENCRYPTED)).isEqualTo("pass 1 fail 0 unknown 0 waived 1 na 0");
        assertThat(events()).last().asString().contains("\"status_id\":3", "\"cause\":\"STATEMENT\"");
        assertThat(bench.disagreements()).isEmpty();

        people.withdraw(StatementKind.WAIVER, id);
        bench.upkeep();

        assertThat(encrypted().waived()).isFalse();
        assertThat(encrypted().since()).isEqualTo(at(1));
        assertThat(tally(TestCatalog.ENCRYPTED)).isEqualTo("pass 1 fail 1 unknown 0 waived 0 na 0");
        assertThat(events()).last().asString().contains("\"status_id\":1", "\"activity_id\":2");
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void ofTwoOverlappingWaiversTheFindingStaysWaivedUntilTheLastEnds() {
        people.state(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), NOON);
        people.state(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), EVENING);
        bench.upkeep();
        int told = events().size();

        bench.clock().set(NOON);
        bench.upkeep();

        assertThat(encrypted().waived()).isTrue();
        assertThat(events()).hasSize(told);
        bench.clock().set(EVENING);
        bench.upkeep();
        assertThat(encrypted().waived()).isFalse();
        assertThat(events()).last().asString().contains("\"cause\":\"TIME\"");
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void whatIsDeclaredDoesNotApplyUntilItsEnd() {
        people.state(StatementKind.DECLARATION, "bucket-encrypted", SCOPE.account(), NOON);
        bench.upkeep();

        assertThat(encrypted().verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(encrypted().reason()).isEqualTo("declared open on purpose until " + NOON);
        assertThat(tally(TestCatalog.ENCRYPTED)).isEqualTo("pass 1 fail 0 unknown 0 waived 0 na 1");
        bench.clock().set(NOON);
        bench.upkeep();
        assertThat(encrypted().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void anAttestationThatExpiresAtNoonChangesTheTalliesAtNoonWithoutAScan() {
        assertThat(attested().reason()).isEqualTo("nobody has attested it");
        people.state(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), NOON);
        bench.upkeep();
        assertThat(tally(ATTESTED)).isEqualTo("pass 1 fail 0 unknown 0 waived 0 na 0");

        bench.clock().set(NOON.minusSeconds(1));
        bench.upkeep();
        assertThat(tally(ATTESTED)).isEqualTo("pass 1 fail 0 unknown 0 waived 0 na 0");
        database.update("DELETE FROM scorecard_due");
        bench.clock().set(NOON);
        bench.upkeep();

        assertThat(tally(ATTESTED)).isEqualTo("pass 0 fail 0 unknown 1 waived 0 na 0");
        assertThat(attested().reason()).isEqualTo("its attestation expired at " + NOON);
        assertThat(database.number("SELECT count(*) FROM scorecard_due")).isPositive();
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void anAttestationThatBeginsLaterPassesFromThenOn() {
        String id = people.propose(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), NOON, EVENING);
        people.approve(StatementKind.ATTESTATION, id);
        bench.upkeep();
        assertThat(attested().verdict()).isEqualTo(Verdict.UNKNOWN);

        bench.clock().set(NOON);
        bench.upkeep();

        assertThat(tally(ATTESTED)).isEqualTo("pass 1 fail 0 unknown 0 waived 0 na 0");
    }

    @Test
    void aContraryFindingRevokesAnAttestationForGood() {
        String id = people.state(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), EVENING);
        bench.upkeep();

        bench.ingest(completeRun(SCOPE, "s1", at(100), contrary(), Bucket.named("good")));

        assertThat(database.rows("SELECT statement || ' ' || account FROM statement_revocation"))
                .containsExactly(id + " " + SCOPE.account());
        bench.upkeep();
        assertThat(attested().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(attested().reason()).contains("was revoked at", "bucket-has-policy");
        bench.ingest(completeRun(SCOPE, "s2", at(200), Bucket.named("plain"), Bucket.named("good")));
        bench.upkeep();
        assertThat(attested().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void aRevocationThatWasNotAnnouncedYetIsAnnouncedByTheNextInstance() {
        people.state(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), EVENING);
        bench.upkeep();
        bench.ingest(completeRun(SCOPE, "s1", at(100), contrary(), Bucket.named("good")));
        assertThat(database.number("SELECT count(*) FROM statement_revocation_due"))
                .isOne();

        bench.restart().upkeep();

        assertThat(database.number("SELECT count(*) FROM statement_revocation_due"))
                .isZero();
        assertThat(attested().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aWaivedContraryFindingRevokesNothingUntilItsWaiverEnds() {
        people.state(StatementKind.WAIVER, "bucket-has-policy", SCOPE.account(), NOON);
        people.state(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), EVENING);
        bench.ingest(completeRun(SCOPE, "s1", at(100), contrary(), Bucket.named("good")));
        bench.upkeep();
        assertThat(tally(ATTESTED)).isEqualTo("pass 1 fail 0 unknown 0 waived 0 na 0");

        bench.clock().set(NOON);
        bench.upkeep().upkeep();

        assertThat(tally(ATTESTED)).isEqualTo("pass 0 fail 0 unknown 1 waived 0 na 0");
    }

    @Test
    void whatOpenFindingsContradictEverywhereIsRefusedWithThem() {
        bench.ingest(completeRun(SCOPE, "s1", at(100), contrary(), Bucket.named("good")));

        assertThatThrownBy(
                        () -> people.propose(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), EVENING))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining(".bucket-has-policy");
    }

    @Test
    void anAttestationThatOverlapsAnotherIsRefusedAndOneAfterItIsNot() {
        people.state(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), NOON);

        assertThatThrownBy(() -> people.propose(
                        StatementKind.ATTESTATION,
                        TestCatalog.ATTESTED,
                        SCOPE.account(),
                        NOON.minusSeconds(1),
                        EVENING))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("shares an account");
        assertThat(people.propose(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), NOON, EVENING))
                .isNotBlank();
    }

    @Test
    void aQueuedScopeIsJudgedAgainOnceWhateverEndsBetween() {
        people.state(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), NOON);
        assertThat(database.number("SELECT count(*) FROM statement_queue")).isOne();
        Fence lost = bench.fence();
        bench.restart();
        assertThatThrownBy(() -> bench.instance().upkeep().restate(lost, bench.judging()))
                .isInstanceOf(FenceLostException.class);
        assertThat(encrypted().waived()).isFalse();

        bench.upkeep();
        bench.restart().upkeep();

        assertThat(database.number("SELECT count(*) FROM statement_queue")).isZero();
        assertThat(events()).filteredOn(event -> event.contains("STATEMENT")).hasSize(1);
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void aScopeThatIsReadFirstAfterAnActIsJudgedByIt() {
        Scope other = new Scope(SCOPE.account(), "us-east-1", Inputs.BUCKET);
        people.state(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), NOON);

        bench.ingest(
                completeRun(other, "s", at(20), Bucket.named("late").in(other).unencrypted()));

        assertThat(failing("late").waived()).isTrue();
    }

    @Test
    void theSameScannedAgainWithActiveStatementsWritesNoVerdictAndTellsNothing() {
        people.state(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), EVENING);
        people.state(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), EVENING);
        bench.upkeep();
        List<String> stood =
                database.rows("SELECT ctid::text || nonpass::text || review_at FROM resource ORDER BY rid");
        List<String> told = events();

        bench.clock().set(at(100));
        bench.ingest(
                completeRun(SCOPE, "s1", at(100), Bucket.named("plain").unencrypted(), Bucket.named("good")),
                completeRun(ACCOUNT, "s1", at(100), Bucket.named(SCOPE.account())));
        bench.upkeep();

        assertThat(database.rows("SELECT ctid::text || nonpass::text || review_at FROM resource ORDER BY rid"))
                .isEqualTo(stood);
        assertThat(events()).isEqualTo(told);
    }

    @Test
    void aCatalogRevisionThatDoesNotConcernAnAccountTellsNothing() {
        people.state(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), EVENING);
        people.state(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), EVENING);
        bench.upkeep();
        List<String> stood = database.rows("SELECT ctid::text || nonpass::text FROM resource ORDER BY rid");
        List<String> told = events();

        bench.judgeBy(TestCatalog.stated(3)).upkeep();

        assertThat(events()).isEqualTo(told);
        assertThat(database.rows("SELECT ctid::text || nonpass::text FROM resource ORDER BY rid"))
                .isEqualTo(stood);
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void talliesEqualARecountWhateverIsStated() {
        Random random = new Random(7);
        AtomicInteger scans = new AtomicInteger();
        for (int turn = 0; turn < 40; turn++) {
            act(random, turn, scans);
            assertThat(bench.disagreements()).isEmpty();
        }
    }

    @Test
    void answersWhatWasActiveThenByWhatWasKnownThen() {
        String id = people.state(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), NOON);
        bench.clock().set(at(3600));
        people.withdraw(StatementKind.WAIVER, id);

        assertThat(active(at(1800), at(7200))).containsExactly(id);
        assertThat(active(at(5400), at(7200))).isEmpty();
        assertThat(active(at(5400), at(1800))).containsExactly(id);
        assertThat(active(at(5), at(7200))).isEmpty();
    }

    @Test
    void bindsEachActToTheOneBefore() {
        String id = people.state(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), NOON);
        people.withdraw(StatementKind.WAIVER, id);

        assertThat(database.rows("SELECT entry::json->>'act' FROM statement_change ORDER BY no"))
                .containsExactly("proposed", "approved", "withdrawn");
        assertThat(database.number("SELECT count(*) FROM statement_change c JOIN statement_change b"
                        + " ON b.no = c.no - 1 AND b.hash = c.previous"))
                .isEqualTo(2);
        assertThatThrownBy(() -> database.update("UPDATE statement SET text = 'other'"))
                .hasMessageContaining("only ever added");
    }

    private void act(Random random, int turn, AtomicInteger scans) {
        Instant now = at(1000L * (turn + 1));
        bench.clock().set(now);
        switch (random.nextInt(5)) {
            case 0 ->
                people.state(
                        StatementKind.WAIVER,
                        random.nextBoolean() ? "bucket-encrypted" : "bucket-has-policy",
                        SCOPE.account(),
                        now.plusSeconds(random.nextInt(5000) + 1));
            case 1 ->
                people.state(
                        StatementKind.DECLARATION,
                        "bucket-encrypted",
                        SCOPE.account(),
                        now.plusSeconds(random.nextInt(5000) + 1));
            case 2 -> attestIfAccepted(now.plusSeconds(random.nextInt(5000) + 1));
            default ->
                bench.ingest(completeRun(
                        SCOPE,
                        "scan-" + scans.incrementAndGet(),
                        now,
                        Stream.of("plain", "good", "third")
                                .filter(name -> random.nextInt(4) > 0)
                                .map(name -> random.nextBoolean() ? Bucket.named(name) : contrary(name))
                                .toArray(Bucket[]::new)));
        }
        if (random.nextBoolean()) {
            bench.upkeep();
        }
    }

    private void attestIfAccepted(Instant expiresAt) {
        try {
            people.state(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), expiresAt);
        } catch (ConflictException e) {
            assertThat(e).hasMessageContaining("accepted:");
        }
    }

    private List<String> active(Instant at, Instant knownAt) {
        return database.rows(
                "SELECT statement FROM active_statements('%s', '%s', '%s')".formatted(SCOPE.account(), at, knownAt));
    }

    private static Bucket contrary() {
        return contrary("plain");
    }

    private static Bucket contrary(String name) {
        Bucket bucket = Bucket.named(name).unencrypted();
        Map<String, @Nullable Object> none = new HashMap<>();
        none.put("bucketPolicy", null);
        return new Bucket(
                bucket.scope(), name, bucket.observedAt(), bucket.tags(), bucket.configuration(), none, List.of());
    }

    private NonPass encrypted() {
        return failing("plain");
    }

    private NonPass failing(String bucket) {
        return database.nonPasses(bucket).stream()
                .filter(each -> each.control() == TestCatalog.ENCRYPTED)
                .findFirst()
                .orElseThrow();
    }

    private NonPass attested() {
        return database.nonPasses(SCOPE.account()).stream()
                .filter(each -> each.control() == ATTESTED)
                .findFirst()
                .orElseThrow();
    }

    private String tally(int control) {
        return String.join("; ", database.rows("""
                SELECT format('pass %%s fail %%s unknown %%s waived %%s na %%s', sum(pass), sum(fail), sum(unknown),
                    sum(waived), sum(not_applicable)) FROM tally WHERE control = %d""".formatted(control)));
    }

    private List<String> events() {
        return database.rows("SELECT convert_from(payload, 'UTF8') FROM finding_outbox ORDER BY no");
    }
}
