package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.assessment.proposal.People;
import dev.demarc.contracts.StatementKind;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several acts on one scope before its partition has seen to the first. */
class ActsTogetherTest {
    private static final Instant NOON = at(12 * 3600);

    @ParameterizedTest(name = "{0} resources a step")
    @ValueSource(ints = {1, 2, 3, 500})
    void changeEachVerdictOnce(int step) {
        try (Workbench bench = Workbench.with(TestConfig.small().steps(step)).judgeBy(TestCatalog.stated())) {
            changeEachVerdictOnce(bench);
        }
    }

    private static void changeEachVerdictOnce(Workbench bench) {
        bench.clock().set(at(10));
        bench.ingest(completeRun(
                SCOPE,
                "s",
                at(0),
                Bucket.named("a").unencrypted(),
                Bucket.named("b").unencrypted(),
                Bucket.named("c")));
        People people = bench.people();
        people.state(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), NOON);
        String second = people.state(StatementKind.WAIVER, "bucket-encrypted", SCOPE.account(), NOON);
        people.state(StatementKind.WAIVER, "bucket-has-policy", SCOPE.account(), NOON);
        people.withdraw(StatementKind.WAIVER, second);

        bench.upkeep();

        assertThat(bench.disagreements()).isEmpty();
        assertThat(bench.database().number("SELECT count(*) FROM statement_queue"))
                .isZero();
        assertThat(bench.database()
                        .rows("SELECT waived FROM tally JOIN scope s ON s.no = tally.scope WHERE control = "
                                + TestCatalog.ENCRYPTED))
                .containsExactly("2");
    }
}
