package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.grant.Reached;
import dev.demarc.assessment.history.Retention;
import dev.demarc.assessment.inventory.Configurations;
import dev.demarc.assessment.listing.ReadTransaction;
import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.assessment.past.JudgedThen;
import dev.demarc.assessment.past.Past;
import dev.demarc.assessment.past.PastAccount;
import dev.demarc.assessment.scorecard.AccountReading;
import dev.demarc.assessment.scorecard.AccountReadings;
import dev.demarc.assessment.scorecard.ScorecardRules;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.shell.problem.RefusedValueException;
import dev.demarc.shell.problem.UnknownIdException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stood at a past instant, whatever came after. */
class PastTest {
    private static final Bucket ONE = Bucket.named("one");
    private static final Bucket TWO = Bucket.named("two").unencrypted();

    private final Workbench bench = Workbench.open();
    private final Database database = bench.database();
    private final ReadTransaction reads = new ReadTransaction(database.source());
    private final ScorecardRules rules = new ScorecardRules(bench.instance().catalog(), Duration.ofDays(3));
    private final Past past = past(Optional.empty());

    @BeforeEach
    void firstDay() throws Exception {
        bench.instance()
                .accounts()
                .save(new Account(
                        SCOPE.account(),
                        "Payments",
                        "o-1",
                        List.of("Shops"),
                        Account.Status.ACTIVE,
                        List.of("eu-central-1"),
                        "payments"));
        bench.ingest(completeRun(SCOPE, "s0", at(0), ONE, TWO));
        later(Duration.ofHours(1));
        bench.upkeep();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void equalsTheLiveScorecardWhereNowIsAskedFor() {
        assertThat(now()).isEqualTo(live());

        bench.ingest(completeRun(SCOPE, "s1", at(100), ONE.withoutReadablePolicy(), TWO.with("name", "other")));
        later(Duration.ofDays(1));
        assertThat(now()).isEqualTo(live());

        bench.ingest(List.of(
                Inputs.begin(SCOPE, "s2", at(89_000)),
                Inputs.end(SCOPE, "s2", at(89_001), Outcome.DENIED, "access denied", "s3:ListAllMyBuckets")));
        assertThat(now()).isEqualTo(live());
        assertThat(live().blind()).hasSize(1);

        bench.ingest(completeRun(SCOPE, "s3", at(100_000), ONE));
        later(Duration.ofDays(31));
        bench.judgeBy(TestCatalog.second()).upkeep();
        assertThat(now()).isEqualTo(live());
    }

    @Test
    void showsWhatStoodBeforeAResourceChanged() {
        Scorecard then = live();
        later(Duration.ofDays(2));
        bench.ingest(completeRun(SCOPE, "s1", at(100_000), ONE.unencrypted(), TWO));

        assertThat(scorecard("2026-03-01").overall()).isEqualTo(then.overall());
        assertThat(scorecard("2026-03-02").overall().counts().fail())
                .isGreaterThan(then.overall().counts().fail());
    }

    @Test
    void showsAResourceThatIsRemovedSince() {
        later(Duration.ofDays(2));
        bench.ingest(completeRun(SCOPE, "s1", at(100_000), ONE));

        assertThat(scorecard("2026-03-01").resources()).isEqualTo(2);
        assertThat(scorecard("2026-03-02").resources()).isEqualTo(1);
        assertThat(findings("2026-03-01")).contains("two 1 2026-03-01T00:00:01Z");
        assertThat(findings("2026-03-02")).isEmpty();
    }

    @Test
    void countsTheStatementsThatWereActiveThenAndAreNotNow() {
        Scope account = new Scope(SCOPE.account(), Scope.GLOBAL, Control.ACCOUNT_TYPE);
        bench.judgeBy(TestCatalog.stated());
        bench.ingest(completeRun(account, "s1", at(3_700), Bucket.named(SCOPE.account())));
        Instant end = at(2 * 86_400);
        bench.people().state(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), end);
        bench.people().state(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), end);
        bench.upkeep();
        Counts then = live().overall().counts();
        later(Duration.ofDays(3));
        bench.upkeep();

        assertThat(scorecard("2026-03-01").overall().counts()).isEqualTo(then);
        assertThat(then.waived()).isEqualTo(1);
        Counts since = scorecard("2026-03-03").overall().counts();
        assertThat(since.waived()).isZero();
        assertThat(since.fail()).isEqualTo(then.fail() + 1);
        assertThat(since.unknown()).isEqualTo(then.unknown() + 1);
        assertThat(since.pass()).isEqualTo(then.pass() - 1);
        assertThat(findings("2026-03-01")).isEqualTo(findings("2026-03-03"));
    }

    @Test
    void judgesByTheCatalogThatWasInForce() {
        Scorecard then = live();
        bench.judgeBy(TestCatalog.second());
        database.update("UPDATE catalog_revision SET published_at = '2026-03-02T12:00:00Z' WHERE number = 2");
        later(Duration.ofDays(2));
        bench.upkeep();

        assertThat(scorecard("2026-03-01").overall()).isEqualTo(then.overall());
        assertThat(scorecard("2026-03-01").revision()).isEqualTo(1);
        assertThat(scorecard("2026-03-02").revision()).isEqualTo(2);
        assertThat(findings("2026-03-02")).anyMatch(finding -> finding.startsWith("one 1 "));
    }

    @Test
    void showsAConfigurationFromWhenItWasFirstSeen() {
        later(Duration.ofDays(2));
        bench.ingest(List.of(Inputs.item("event", ONE.observed(at(100_000)))));

        assertThat(scorecard("2026-03-01").resources()).isEqualTo(2);
    }

    @Test
    void keepsWhatTheOrganisationSaidOfTheAccount() throws Exception {
        database.update("UPDATE account_history SET since = '2026-02-01T00:00:00Z'");
        bench.instance()
                .accounts()
                .save(new Account(
                        SCOPE.account(),
                        "Renamed",
                        "o-1",
                        List.of(),
                        Account.Status.ACTIVE,
                        List.of("eu-central-1"),
                        "others"));
        database.update("UPDATE account_history SET since = '2026-03-02T00:00:00Z' WHERE name = 'Renamed'");
        later(Duration.ofDays(2));

        assertThat(account("2026-03-01"))
                .extracting(Account::name, Account::team)
                .containsExactly("Payments", "payments");
        assertThat(account("2026-03-02").name()).isEqualTo("Renamed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-28", "2026-03-02", "yesterday", "2026-13-01", "2026-03-01T00:00:00Z"})
    void refusesADayThatTheDataDoesNotCover(String asOf) {
        assertThatThrownBy(() -> past.account(Reached.all(), SCOPE.account(), asOf))
                .isInstanceOf(RefusedValueException.class)
                .hasMessageContaining("asOf is '" + asOf + "'; accepted: a day from 2026-03-01 to 2026-03-01");
    }

    @Test
    void refusesADayBeyondTheRetention() {
        later(Duration.ofDays(100));

        assertThatThrownBy(() ->
                        past(Optional.of(Duration.ofDays(30))).account(Reached.all(), SCOPE.account(), "2026-03-05"))
                .isInstanceOf(RefusedValueException.class)
                .hasMessageContaining("a day from 2026-05-01 to 2026-06-09");
    }

    @Test
    void knowsNoAccountThatTheGrantDoesNotCover() {
        assertThatThrownBy(() -> past.account(Reached.of(Set.of()), SCOPE.account(), "2026-03-01"))
                .isInstanceOf(UnknownIdException.class);
    }

    private Past past(Optional<Duration> retention) {
        return new Past(
                reads,
                bench.instance().catalog(),
                bench.instance().judge(),
                new Configurations(),
                rules,
                new Retention(database.source(), retention, bench.clock()),
                bench.clock());
    }

    private void later(Duration duration) {
        bench.clock().advance(duration);
    }

    private Scorecard now() {
        return scorecard(bench.clock().instant().toString());
    }

    private Scorecard scorecard(String asOf) {
        return Objects.requireNonNull(
                past.account(Reached.all(), SCOPE.account(), asOf).scorecard());
    }

    private Account account(String asOf) {
        return past.account(Reached.all(), SCOPE.account(), asOf).account();
    }

    private Scorecard live() {
        Instant now = bench.clock().instant();
        return reads.of(connection -> {
            AccountReading reading = new AccountReadings().read(connection, 1).orElseThrow();
            return rules.of(reading).compute(reading, 1, now).scorecard();
        });
    }

    /** Resource, control and since when of every finding that was open then. */
    private List<String> findings(String asOf) {
        List<JudgedThen> judged = new ArrayList<>();
        PastAccount then = past.find(Reached.all(), SCOPE.account(), asOf);
        for (Past.Place place = Past.Place.START; place != null; ) {
            Past.Chunk chunk = past.judge(Reached.all(), then, place);
            judged.addAll(chunk.judged());
            place = chunk.next();
        }
        return judged.stream()
                .flatMap(each -> each.nonPasses().stream()
                        .filter(NonPass::isFinding)
                        .map(finding -> "%s %d %s".formatted(each.ref().id(), finding.control(), finding.openSince())))
                .toList();
    }
}
