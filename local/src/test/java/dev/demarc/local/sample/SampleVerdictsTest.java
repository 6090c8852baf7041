package dev.demarc.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.Control;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SampleVerdictsTest {
    @TestFactory
    Stream<DynamicTest> everyAutomatedControlPassesSomewhereAndFailsSomewhere() {
        return SampleVerdicts.CATALOG.controls().stream()
                .filter(control -> control.assessment() == Control.Assessment.AUTOMATED)
                .map(control -> DynamicTest.dynamicTest(control.id(), () -> {
                    Set<Verdict> seen = SampleVerdicts.seen(control.id());

                    assertThat(seen).contains(Verdict.PASS);
                    assertThat(seen.contains(Verdict.FAIL))
                            .isNotEqualTo(SampleVerdicts.CANNOT_FAIL.contains(control.id()));
                }));
    }
}
