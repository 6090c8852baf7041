package dev.demarc.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.engine.ControlVerdict;
import dev.demarc.engine.Judge;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReportedCasesTest {
    private static final Judge JUDGE = Judge.of(Shipped.CONTENT.revision());

    @TestFactory
    Stream<DynamicTest> eachControlSaysOfEachCaseWhatAwsDocumentationSupports() {
        return ReportedCase.all().flatMap(one -> one.verdicts().keySet().stream()
                .map(control -> DynamicTest.dynamicTest(
                        "%s, %s: %s".formatted(one.id(), one.name(), control), () -> judges(one, control))));
    }

    @Test
    void noCaseOfTheReportsIsLost() {
        assertThat(ReportedCase.all())
                .hasSizeGreaterThanOrEqualTo(76)
                .extracting(ReportedCase::id)
                .doesNotHaveDuplicates();
        assertThat(ReportedCase.all().mapToInt(one -> one.verdicts().size()).sum())
                .isGreaterThanOrEqualTo(113);
    }

    private static void judges(ReportedCase one, String control) {
        ControlVerdict said = JUDGE.judge(one.resource(), ReportedCase.NOW).verdicts().stream()
                .filter(verdict -> verdict.control().id().equals(control))
                .findFirst()
                .orElseThrow();

        assertThat(said.verdict()).as(said.reason()).isEqualTo(one.verdicts().get(control));
        assertThat(said.party()).isEqualTo(one.party(control));
    }
}
