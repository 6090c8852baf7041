package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static dev.demarc.assessment.partition.StatedAccount.ATTESTED;
import static dev.demarc.assessment.partition.StatedAccount.EVENING;
import static dev.demarc.assessment.partition.StatedAccount.NOON;
import static dev.demarc.assessment.partition.StatedAccount.contrary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.assessment.proposal.People;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.Verdict;
import dev.demarc.shell.problem.ConflictException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AttestationsInTheLoopTest {
    @RegisterExtension
    private final StatedAccount account = new StatedAccount();

    private final Workbench bench = account.bench();
    private final Database database = bench.database();
    private final People people = account.people();

    @Test
    void anAttestationThatExpiresAtNoonChangesTheTalliesAtNoonWithoutAScan() {
        assertThat(account.attested().reason()).isEqualTo("nobody has attested it");
        people.state(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), NOON);
        bench.upkeep();
        assertThat(account.tally(ATTESTED)).isEqualTo("pass 1 fail 0 unknown 0 waived 0 na 0");

        bench.clock().set(NOON.minusSeconds(1));
        bench.upkeep();
        assertThat(account.tally(ATTESTED)).isEqualTo("pass 1 fail 0 unknown 0 waived 0 na 0");
        database.update("DELETE FROM scorecard_due");
        bench.clock().set(NOON);
        bench.upkeep();

        assertThat(account.tally(ATTESTED)).isEqualTo("pass 0 fail 0 unknown 1 waived 0 na 0");
        assertThat(account.attested().reason()).isEqualTo("its attestation expired at " + NOON);
        assertThat(database.number("SELECT count(*) FROM scorecard_due")).isPositive();
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void anAttestationThatBeginsLaterPassesFromThenOn() {
        String id = people.propose(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), NOON, EVENING);
        people.approve(StatementKind.ATTESTATION, id);
        bench.upkeep();
        assertThat(account.attested().verdict()).isEqualTo(Verdict.UNKNOWN);

        bench.clock().set(NOON);
        bench.upkeep();

        assertThat(account.tally(ATTESTED)).isEqualTo("pass 1 fail 0 unknown 0 waived 0 na 0");
    }

    @Test
    void aContraryFindingRevokesAnAttestationForGood() {
        String id = people.state(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), EVENING);
        bench.upkeep();

        bench.ingest(completeRun(SCOPE, "s1", at(100), contrary(), Bucket.named("good")));

        assertThat(database.rows("SELECT statement || ' ' || account FROM statement_revocation"))
                .containsExactly(id + " " + SCOPE.account());
        bench.upkeep();
        assertThat(account.attested().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(account.attested().reason()).contains("was revoked at", "bucket-has-policy");
        bench.ingest(completeRun(SCOPE, "s2", at(200), Bucket.named("plain"), Bucket.named("good")));
        bench.upkeep();
        assertThat(account.attested().verdict()).isEqualTo(Verdict.UNKNOWN);
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
        assertThat(account.attested().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aWaivedContraryFindingRevokesNothingUntilItsWaiverEnds() {
        people.state(StatementKind.WAIVER, "bucket-has-policy", SCOPE.account(), NOON);
        people.state(StatementKind.ATTESTATION, TestCatalog.ATTESTED, SCOPE.account(), EVENING);
        bench.ingest(completeRun(SCOPE, "s1", at(100), contrary(), Bucket.named("good")));
        bench.upkeep();
        assertThat(account.tally(ATTESTED)).isEqualTo("pass 1 fail 0 unknown 0 waived 0 na 0");

        bench.clock().set(NOON);
        bench.upkeep().upkeep();

        assertThat(account.tally(ATTESTED)).isEqualTo("pass 0 fail 0 unknown 1 waived 0 na 0");
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
}
