package dev.demarc.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Category;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Control.Assessment;
import dev.demarc.contracts.catalog.Framework;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FrameworksTest {
    private static final CatalogRevision SHIPPED = Shipped.CONTENT.revision();

    /** Whose requirements the catalog names, with how many of them automated controls answer at least. */
    private static final Map<String, Integer> NAMED =
            Map.of("cis-aws-6.0", 40, "cis-aws-7.0", 40, "aws-fsbp", 75, "nist-800-53-r5", 65);

    /** How a requirement is answered, by the strongest of its controls. */
    private enum Answer {
        AUTOMATED,
        ATTESTED,
        INHERITED,
        NONE
    }

    @TestFactory
    Stream<DynamicTest> everyMappedIdIsNamedByItsFramework() {
        return SHIPPED.controls().stream()
                .map(control -> DynamicTest.dynamicTest(control.id(), () -> frameworks()
                        .forEach(framework -> assertThat(control.maps().getOrDefault(framework.id(), List.of()))
                                .as(framework.id())
                                .doesNotHaveDuplicates()
                                .allMatch(id -> Requirements.named(framework, id)))));
    }

    @TestFactory
    Stream<DynamicTest> requirementsHaveAnIdAndAShortName() {
        return frameworks()
                .map(framework -> DynamicTest.dynamicTest(framework.id(), () -> assertThat(framework.requirements())
                        .allSatisfy((id, name) -> {
                            assertThat(id).matches("[A-Za-z0-9.\\-]{1,30}");
                            assertThat(name).matches("\\S.{1,109}").doesNotEndWith(".");
                        })));
    }

    @TestFactory
    Stream<DynamicTest> countsHowRequirementsAreAnswered() {
        return frameworks().map(framework -> {
            Map<Answer, Integer> counts = new EnumMap<>(Answer.class);
            framework.requirements().keySet().forEach(id -> counts.merge(answer(framework.id(), id), 1, Integer::sum));
            return DynamicTest.dynamicTest("%s: %s".formatted(framework.id(), counts), () -> {
                assertThat(counts.getOrDefault(Answer.AUTOMATED, 0))
                        .isGreaterThanOrEqualTo(NAMED.getOrDefault(framework.id(), 0));
                assertThat(counts.values().stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(framework.requirements().size());
            });
        });
    }

    private static Stream<Framework> frameworks() {
        return SHIPPED.frameworks().stream().filter(framework -> NAMED.containsKey(framework.id()));
    }

    private static Answer answer(String framework, String requirement) {
        return SHIPPED.controls().stream()
                .filter(control -> control.maps().getOrDefault(framework, List.of()).stream()
                        .anyMatch(id -> isPart(id, requirement)))
                .map(FrameworksTest::answer)
                .min(Answer::compareTo)
                .orElse(Answer.NONE);
    }

    private static Answer answer(Control control) {
        if (control.assessment() == Assessment.AUTOMATED) {
            return Answer.AUTOMATED;
        }
        return control.category() == Category.INHERITED ? Answer.INHERITED : Answer.ATTESTED;
    }

    private static boolean isPart(String id, String of) {
        return id.equals(of) || id.startsWith(of + "(") || id.startsWith(of + ".");
    }
}
