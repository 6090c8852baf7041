package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static dev.demarc.assessment.partition.StatedAccount.EVENING;
import static dev.demarc.assessment.partition.StatedAccount.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.assessment.proposal.People;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatementsInTheLoopTest {
    @RegisterExtension
    private final StatedAccount account = new StatedAccount();

    private final Workbench bench = account.bench();
    private final Database database = bench.database();
    private final People people = account.people();

    @Test
    void aWaiverAcceptsAFindingAndItsEndOpensItAgain() {
        String id = people.state(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), NOON);
        bench.upkeep();

        assertThat(account.encrypted().waived()).isTrue();
        assertThat(account.tally(TestCatalog.ENCRYPTED)).isEqualTo("pass 1 fail 0 unknown 0 waived 1 na 0");
        assertThat(account.events()).last().asString().contains("\"status_id\":3", "\"cause\":\"STATEMENT\"");
        assertThat(bench.disagreements()).isEmpty();

        people.withdraw(StatementKind.WAIVER, id);
        bench.upkeep();

        assertThat(account.encrypted().waived()).isFalse();
        assertThat(account.encrypted().since()).isEqualTo(at(1));
        assertThat(account.tally(TestCatalog.ENCRYPTED)).isEqualTo("pass 1 fail 1 unknown 0 waived 0 na 0");
        assertThat(account.events()).last().asString().contains("\"status_id\":1", "\"activity_id\":2");
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void ofTwoOverlappingWaiversTheFindingStaysWaivedUntilTheLastEnds() {
        people.state(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), NOON);
        people.state(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), EVENING);
        bench.upkeep();
        int told = account.events().size();

        bench.clock().set(NOON);
        bench.upkeep();

        assertThat(account.encrypted().waived()).isTrue();
        assertThat(account.events()).hasSize(told);
        bench.clock().set(EVENING);
        bench.upkeep();
        assertThat(account.encrypted().waived()).isFalse();
        assertThat(account.events()).last().asString().contains("\"cause\":\"TIME\"");
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void whatIsDeclaredDoesNotApplyUntilItsEnd() {
        people.state(StatementKind.DECLARATION, "bucket-encrypted", SCOPE.account(), NOON);
        bench.upkeep();

        assertThat(account.encrypted().verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(account.encrypted().reason()).isEqualTo("declared open on purpose until " + NOON);
        assertThat(account.tally(TestCatalog.ENCRYPTED)).isEqualTo("pass 1 fail 0 unknown 0 waived 0 na 1");
        bench.clock().set(NOON);
        bench.upkeep();
        assertThat(account.encrypted().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void aQueuedScopeIsJudgedAgainOnceWhateverEndsBetween() {
        people.state(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), NOON);
        assertThat(database.number("SELECT count(*) FROM statement_queue")).isOne();
        Fence lost = bench.fence();
        bench.restart();
        assertThatThrownBy(() -> bench.instance().chores().restating().step(lost, bench.judging()))
                .isInstanceOf(FenceLostException.class);
        assertThat(account.encrypted().waived()).isFalse();

        bench.upkeep();
        bench.restart().upkeep();

        assertThat(database.number("SELECT count(*) FROM statement_queue")).isZero();
        assertThat(account.events())
                .filteredOn(event -> event.contains("STATEMENT"))
                .hasSize(1);
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void aScopeThatIsReadFirstAfterAnActIsJudgedByIt() {
        Scope other = new Scope(SCOPE.account(), "us-east-1", Inputs.BUCKET);
        people.state(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), NOON);

        bench.ingest(
                completeRun(other, "s", at(20), Bucket.named("late").in(other).unencrypted()));

        assertThat(account.failing("late").waived()).isTrue();
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

    private List<String> active(Instant at, Instant knownAt) {
        return database.rows(
                "SELECT statement FROM active_statements('%s', '%s', '%s')".formatted(SCOPE.account(), at, knownAt));
    }
}
