package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static dev.demarc.assessment.partition.StatedAccount.ATTESTED;
import static dev.demarc.assessment.partition.StatedAccount.EVENING;
import static dev.demarc.assessment.partition.StatedAccount.contrary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.assessment.proposal.People;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.shell.problem.ConflictException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Acts and partitions while somebody holds what they lock. */
class BusyActsTest {
    private static final String END_OF_LOG = "SELECT pg_advisory_xact_lock(7161)";
    private static final String CONTROL =
            "SELECT pg_advisory_xact_lock(7162, hashtext('%s'))".formatted(TestCatalog.ATTESTED);
    private static final String WAITING = """
            SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
            """;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    private final StatedAccount account = new StatedAccount();

    private final Workbench bench = account.bench();
    private final Database database = bench.database();
    private final People people = account.people();

    @Test
    void approvalsDoNotWaitForWhatIsBeingProposed() {
        String proposed = people.propose(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), EVENING);

        List<CompletableFuture<?>> slow = holding("LOCK TABLE account_info IN ACCESS EXCLUSIVE MODE", () -> {
            CompletableFuture<?> proposal =
                    later(() -> people.propose(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), EVENING));
            awaitWaiting(1);
            people.approve(StatementKind.ATTESTATION, proposed);
            assertThat(proposal).isNotDone();
            return List.of(proposal);
        });

        assertThat(slow.get(0)).succeedsWithin(PATIENCE);
    }

    @Test
    void aPartitionGoesOnWhileAnActHoldsTheEndOfTheLog() {
        people.state(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), EVENING);
        bench.upkeep();

        long due = holding(END_OF_LOG, () -> {
            ingestContrary();
            bench.upkeep();
            return database.number("SELECT count(*) FROM statement_revocation_due");
        });
        bench.upkeep();

        assertThat(due).isOne();
        assertThat(database.number("SELECT count(*) FROM statement_revocation_due"))
                .isZero();
        assertThat(account.attested().reason()).contains("was revoked at");
    }

    @Test
    void anApprovalFindsTheContraryFindingThatIsBeingWritten() {
        String id = people.propose(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), EVENING);

        List<CompletableFuture<?>> both = holding(CONTROL, () -> {
            CompletableFuture<?> writing = later(this::ingestContrary);
            awaitWaiting(1);
            CompletableFuture<?> approval = later(() -> people.approve(StatementKind.ATTESTATION, id));
            awaitWaiting(2);
            return List.of(writing, approval);
        });

        assertThat(both.get(0)).succeedsWithin(PATIENCE);
        assertThat(both.get(1)).failsWithin(PATIENCE).withThrowableThat().withCauseInstanceOf(ConflictException.class);
        assertThat(account.tally(ATTESTED)).isEqualTo("pass 0 fail 0 unknown 1 waived 0 na 0");
    }

    @Test
    void aContraryFindingFindsTheApprovalThatIsBeingCommitted() {
        String id = people.propose(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), EVENING);

        List<CompletableFuture<?>> both = holding(END_OF_LOG, () -> {
            CompletableFuture<?> approval = later(() -> people.approve(StatementKind.ATTESTATION, id));
            awaitWaiting(1);
            CompletableFuture<?> writing = later(this::ingestContrary);
            awaitWaiting(2);
            return List.of(approval, writing);
        });

        assertThat(both).allSatisfy(each -> assertThat(each).succeedsWithin(PATIENCE));
        assertThat(database.rows("SELECT statement || ' ' || account FROM statement_revocation"))
                .containsExactly(id + " " + SCOPE.account());
        bench.upkeep();
        assertThat(account.attested().reason()).contains("was revoked at");
    }

    @Test
    void aScopeThatIsNumberedDuringAnActIsJudgedByIt() {
        Scope other = new Scope(SCOPE.account(), "us-east-1", Inputs.BUCKET);
        String id = people.propose(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), EVENING);

        List<CompletableFuture<?>> both = holding(END_OF_LOG, () -> {
            CompletableFuture<?> approval = later(() -> people.approve(StatementKind.WAIVER, id));
            awaitWaiting(1);
            CompletableFuture<?> first = later(() -> bench.ingest(completeRun(
                    other, "s", at(20), Bucket.named("late").in(other).unencrypted())));
            awaitWaiting(2);
            return List.of(approval, first);
        });

        assertThat(both).allSatisfy(each -> assertThat(each).succeedsWithin(PATIENCE));
        assertThat(account.failing("late").waived()).isTrue();
    }

    @Test
    void whatALaterActHasQueuedIsLeftToWhoJudgesByIt() {
        database.update("INSERT INTO statement_queue (act, scope) SELECT 7, min(no) FROM scope");

        bench.upkeep();

        assertThat(database.rows("SELECT act FROM statement_queue")).containsExactly("7");
    }

    @Test
    void ofAWithdrawalAndAnApprovalAtOnceTheSecondIsTold() {
        String id = people.propose(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), EVENING);

        List<CompletableFuture<?>> both = holding("SELECT 1 FROM statement FOR NO KEY UPDATE", () -> {
            CompletableFuture<?> withdrawal = later(() -> people.withdraw(StatementKind.WAIVER, id));
            awaitWaiting(1);
            CompletableFuture<?> approval = later(() -> people.approve(StatementKind.WAIVER, id));
            awaitWaiting(2);
            return List.of(withdrawal, approval);
        });

        assertThat(both.get(0)).succeedsWithin(PATIENCE);
        assertThat(both.get(1))
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withCauseInstanceOf(ConflictException.class)
                .withMessageContaining("WITHDRAWN");
    }

    private void ingestContrary() {
        bench.ingest(completeRun(SCOPE, "s1", at(100), contrary(), Bucket.named("good")));
    }

    private static CompletableFuture<?> later(Runnable work) {
        return CompletableFuture.runAsync(work);
    }

    /** Does the work while another transaction holds the lock. */
    private <T> T holding(String lock, Supplier<T> work) {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(lock);
                return work.get();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitWaiting(int sessions) {
        await().atMost(PATIENCE).until(() -> database.number(WAITING) == sessions);
    }
}
