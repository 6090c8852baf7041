package dev.demarc.engine.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.engine.ControlBuilder;
import dev.demarc.engine.ControlVerdict;
import dev.demarc.engine.statement.ApprovedStatement.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountStatementsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant MORNING = NOON.minus(Duration.ofHours(4));
    private static final Instant EVENING = NOON.plus(Duration.ofHours(8));
    private static final Scope BUCKETS = new Scope("111122223333", "eu-central-1", "AWS::S3::Bucket");
    private static final ResourceKey BUCKET = new ResourceKey(BUCKETS, 1);
    private static final ResourceKey OTHER = new ResourceKey(BUCKETS, 2);
    private static final Control AUTOMATED = new ControlBuilder().build();
    private static final Control ATTESTED = new ControlBuilder().attested().build();
    private static final ControlVerdict FAIL =
            new ControlVerdict(AUTOMATED, Verdict.FAIL, Party.CUSTOMER, null, null, null);
    private static final ControlVerdict PASS =
            new ControlVerdict(AUTOMATED, Verdict.PASS, Party.CUSTOMER, null, null, null);
    private static final ControlVerdict NOT_ATTESTED =
            new ControlVerdict(ATTESTED, Verdict.UNKNOWN, Party.CUSTOMER, "nobody has attested it", null, null);

    @Test
    void keepsAWaivedFailureAFailureAndMarksIt() {
        EffectiveVerdicts verdicts = effective(FAIL, statement("w", StatementKind.WAIVER, MORNING, EVENING));

        assertThat(verdicts.verdicts().get(0).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(verdicts.verdicts().get(0).statement()).isEqualTo("w");
        assertThat(verdicts.reviewAt()).isEqualTo(EVENING);
    }

    @Test
    void keepsAFailureWaivedUntilTheLastWaiverEnds() {
        EffectiveVerdicts verdicts = effective(
                FAIL,
                statement("ended", StatementKind.WAIVER, MORNING, NOON),
                statement("running", StatementKind.WAIVER, MORNING, EVENING));

        assertThat(verdicts.verdicts().get(0).statement()).isEqualTo("running");
    }

    @Test
    void takesWhatIsDeclaredForNotApplicable() {
        EffectiveVerdicts verdicts = effective(
                FAIL,
                statement("w", StatementKind.WAIVER, MORNING, EVENING),
                statement("d", StatementKind.DECLARATION, MORNING, EVENING));

        assertThat(verdicts.verdicts().get(0).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(verdicts.verdicts().get(0).reason()).isEqualTo("declared on purpose until " + EVENING);
        assertThat(verdicts.verdicts().get(0).statement()).isEqualTo("d");
    }

    @Test
    void passesWhatIsAttestedFromItsBeginToItsEnd() {
        ApprovedStatement attestation = statement("a", StatementKind.ATTESTATION, NOON, EVENING);

        assertThat(at(NOON.minusSeconds(1), attestation).verdicts().get(0)).isEqualTo(NOT_ATTESTED);
        assertThat(at(NOON.minusSeconds(1), attestation).reviewAt()).isEqualTo(NOON);
        assertThat(at(NOON, attestation).verdicts().get(0).verdict()).isEqualTo(Verdict.PASS);
        assertThat(at(NOON, attestation).reviewAt()).isEqualTo(EVENING);
        assertThat(at(EVENING, attestation).verdicts().get(0).reason())
                .isEqualTo("its attestation expired at " + EVENING);
        assertThat(at(EVENING, attestation).reviewAt()).isNull();
    }

    @Test
    void namesTheFindingThatRevokedAnAttestation() {
        EffectiveVerdicts verdicts = effective(
                NOT_ATTESTED,
                new ApprovedStatement(
                        "a",
                        StatementKind.ATTESTATION,
                        ATTESTED.id(),
                        Set.of(),
                        MORNING,
                        NOON,
                        Ending.REVOKED,
                        "finding"));

        assertThat(verdicts.verdicts().get(0).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdicts.verdicts().get(0).reason())
                .isEqualTo("its attestation was revoked at %s by finding finding", NOON);
    }

    @Test
    void leavesPassesAndOtherResourcesAlone() {
        AccountStatements statements = AccountStatements.of(List.of(new ApprovedStatement(
                "w", StatementKind.WAIVER, AUTOMATED.id(), Set.of(OTHER), MORNING, EVENING, Ending.EXPIRED, null)));

        EffectiveVerdicts verdicts = statements.effective(List.of(PASS, FAIL), BUCKET, NOON);

        assertThat(verdicts).isEqualTo(new EffectiveVerdicts(List.of(PASS, FAIL), null));
        assertThat(statements.effective(List.of(FAIL), OTHER, NOON).verdicts()).containsExactly(FAIL.waived("w"));
    }

    @Test
    void doesNotAttestWhatItsConditionCouldNotRead() {
        ControlVerdict unread = new ControlVerdict(
                ATTESTED, Verdict.UNKNOWN, Party.CUSTOMER, "configuration.x: denied", "s3:Get", null);

        EffectiveVerdicts verdicts = effective(unread, statement("a", StatementKind.ATTESTATION, MORNING, EVENING));

        assertThat(verdicts.verdicts()).containsExactly(unread);
    }

    private static EffectiveVerdicts at(Instant now, ApprovedStatement attestation) {
        return AccountStatements.of(List.of(attestation)).effective(List.of(NOT_ATTESTED), BUCKET, now);
    }

    private static EffectiveVerdicts effective(ControlVerdict verdict, ApprovedStatement... statements) {
        return AccountStatements.of(List.of(statements)).effective(List.of(verdict), BUCKET, NOON);
    }

    private static ApprovedStatement statement(String id, StatementKind kind, Instant from, Instant until) {
        return new ApprovedStatement(id, kind, AUTOMATED.id(), Set.of(), from, until, Ending.EXPIRED, null);
    }
}
