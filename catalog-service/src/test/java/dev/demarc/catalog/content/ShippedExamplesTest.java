package dev.demarc.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Placement;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.contracts.catalog.Variant;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.engine.ControlVerdict;
import dev.demarc.engine.Judge;
import dev.demarc.engine.path.ConfigurationPath;
import dev.demarc.engine.path.Evidence;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ShippedExamplesTest {
    private static final Judge JUDGE = Judge.of(Shipped.CONTENT.revision());

    @TestFactory
    Stream<DynamicTest> everyAutomatedControlSaysOfItsExamplesWhatTheyShow() {
        return automated().flatMap(control -> {
            ControlExamples examples = examples(control);
            return Stream.of(
                            verdicts(control, Verdict.PASS, examples.pass()),
                            verdicts(control, Verdict.FAIL, examples.fail()),
                            verdicts(control, Verdict.NOT_APPLICABLE, examples.notApplicable()))
                    .flatMap(tests -> tests);
        });
    }

    @TestFactory
    Stream<DynamicTest> everyAutomatedControlHasTwoExamplesThatPassAndTwoThatFail() {
        return automated()
                .map(control -> DynamicTest.dynamicTest(control.id(), () -> {
                    assertThat(examples(control).pass()).hasSizeGreaterThanOrEqualTo(2);
                    assertThat(examples(control).fail()).hasSizeGreaterThanOrEqualTo(2);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyEvidencePathStandsInAnExample() {
        return automated()
                .map(control -> DynamicTest.dynamicTest(control.id(), () -> {
                    List<ResourceConfiguration> resources = Stream.concat(
                                    examples(control).pass().stream(), examples(control).fail().stream())
                            .map(example -> resource(control, example))
                            .toList();

                    assertThat(control.evidence()).allSatisfy(path -> assertThat(resources)
                            .as(path)
                            .extracting(resource ->
                                    ConfigurationPath.parse(path).read(resource).state())
                            .contains(Evidence.State.READ));
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyVariantHoldsOnItsExamplesAndNotOnItsCounterexamples() {
        return Shipped.CONTENT.revision().services().stream()
                .flatMap(service -> service.variants().stream().flatMap(variant -> variantTests(service, variant)));
    }

    private static Stream<DynamicTest> variantTests(Service service, Variant variant) {
        VariantExamples examples =
                Shipped.CONTENT.variantExamples().getOrDefault(service.id() + "/" + variant.id(), VariantExamples.NONE);
        String type = variant.types().isEmpty()
                ? service.types().get(0).type()
                : variant.types().get(0);
        String name = "%s/%s".formatted(service.id(), variant.id());
        return Stream.of(
                DynamicTest.dynamicTest(name + " holds", () -> assertThat(examples.holds())
                        .isNotEmpty()
                        .allSatisfy(example ->
                                assertThat(decided(variant, example, type)).isTrue())),
                DynamicTest.dynamicTest(name + " does not hold", () -> assertThat(examples.not())
                        .isNotEmpty()
                        .allSatisfy(example ->
                                assertThat(decided(variant, example, type)).isFalse())));
    }

    private static boolean decided(Variant variant, Example example, String type) {
        return JUDGE.responsibilities(example.resource(type, "eu-central-1"), Example.NOW).stream()
                .anyMatch(layer -> layer.decidedBy().endsWith("/" + variant.id()));
    }

    private static Stream<DynamicTest> verdicts(Control control, Verdict expected, List<Example> examples) {
        return examples.stream()
                .map(example ->
                        DynamicTest.dynamicTest("%s %s: %s".formatted(control.id(), expected, example.name()), () -> {
                            ControlVerdict verdict =
                                    JUDGE.judge(resource(control, example), Example.NOW).verdicts().stream()
                                            .filter(one -> one.control().id().equals(control.id()))
                                            .findFirst()
                                            .orElseThrow();

                            assertThat(verdict.verdict()).as(verdict.reason()).isEqualTo(expected);
                        }));
    }

    private static ResourceConfiguration resource(Control control, Example example) {
        String region = control.placement() == Placement.GLOBAL || isGlobal(control) ? "global" : "eu-central-1";
        return example.resource(String.valueOf(control.type()), region);
    }

    private static boolean isGlobal(Control control) {
        return Shipped.CONTENT.revision().services().stream()
                .flatMap(service -> service.types().stream())
                .anyMatch(type -> type.type().equals(control.type()) && type.placement() == Placement.GLOBAL);
    }

    private static Stream<Control> automated() {
        return Shipped.CONTENT.revision().controls().stream()
                .filter(control -> control.assessment() == Control.Assessment.AUTOMATED);
    }

    private static ControlExamples examples(Control control) {
        return Shipped.CONTENT.controlExamples().getOrDefault(control.id(), ControlExamples.NONE);
    }
}
