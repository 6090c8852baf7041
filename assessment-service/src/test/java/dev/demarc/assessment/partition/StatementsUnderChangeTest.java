package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static dev.demarc.assessment.partition.StatedAccount.ACCOUNT;
import static dev.demarc.assessment.partition.StatedAccount.EVENING;
import static dev.demarc.assessment.partition.StatedAccount.contrary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.assessment.proposal.People;
import dev.demarc.contracts.StatementKind;
import dev.demarc.shell.problem.ConflictException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatementsUnderChangeTest {
    @RegisterExtension
    private final StatedAccount account = new StatedAccount();

    private final Workbench bench = account.bench();
    private final Database database = bench.database();
    private final People people = account.people();

    @Test
    void theSameScannedAgainWithActiveStatementsWritesNoVerdictAndTellsNothing() {
        people.state(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), EVENING);
        people.state(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), EVENING);
        bench.upkeep();
        List<String> stood =
                database.rows("SELECT ctid::text || nonpass::text || review_at FROM resource ORDER BY rid");
        List<String> told = account.events();

        bench.clock().set(at(100));
        bench.ingest(
                completeRun(SCOPE, "s1", at(100), Bucket.named("plain").unencrypted(), Bucket.named("good")),
                completeRun(ACCOUNT, "s1", at(100), Bucket.named(SCOPE.account())));
        bench.upkeep();

        assertThat(database.rows("SELECT ctid::text || nonpass::text || review_at FROM resource ORDER BY rid"))
                .isEqualTo(stood);
        assertThat(account.events()).isEqualTo(told);
    }

    @Test
    void aCatalogRevisionThatDoesNotConcernAnAccountTellsNothing() {
        people.state(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), EVENING);
        people.state(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), EVENING);
        bench.upkeep();
        List<String> stood = database.rows("SELECT ctid::text || nonpass::text FROM resource ORDER BY rid");
        List<String> told = account.events();

        bench.judgeBy(TestCatalog.stated(3)).upkeep();

        assertThat(account.events()).isEqualTo(told);
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
}
