package dev.demarc.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Party;
import dev.demarc.engine.Judge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CasesTest {
    private static final Judge JUDGE = Judge.of(Shipped.CONTENT.revision());
    private static final Path PAGE = Path.of("..", "docs", "cases.md");
    private static final List<ServiceCases> CASES = ServiceCases.all();

    @TestFactory
    Stream<DynamicTest> eachCaseIsOfTheExpectedParties() {
        return CASES.stream().flatMap(service -> service.cases().stream()
                .map(one -> DynamicTest.dynamicTest(service.service() + ": " + one.name(), () -> {
                    assertThat(ResponsibilityCase.decided(JUDGE.responsibilities(one.resource(), Example.NOW)))
                            .isEqualTo(one.layers());
                })));
    }

    @TestFactory
    Stream<DynamicTest> eachServiceIsOfTheExpectedPartiesBeforeAVariantSpeaks() {
        return CASES.stream()
                .map(service -> DynamicTest.dynamicTest(service.service(), () -> {
                    Map<String, Party> base = JUDGE.responsibilities(service.service()).stream()
                            .filter(layer -> layer.decidedBy().startsWith("service:"))
                            .collect(Collectors.toMap(layer -> layer.layer().id(), layer -> layer.responsibility()
                                    .party()));

                    assertThat(base).isEqualTo(service.base());
                }));
    }

    @Test
    void everyVariantDecidesSomewhereInTheCases() {
        List<String> decided = CASES.stream()
                .flatMap(service -> service.cases().stream()
                        .flatMap(one -> one.layers().values().stream())
                        .map(layer -> service.service() + "/" + layer.by()))
                .toList();

        List<String> variants = Shipped.CONTENT.revision().services().stream()
                .flatMap(service -> service.variants().stream().map(variant -> service.id() + "/" + variant.id()))
                .toList();

        assertThat(decided).containsAll(variants);
    }

    @Test
    void thereAreSixtyCasesAndTheirNamesAreOnesOwn() {
        List<String> names = CASES.stream()
                .flatMap(service -> service.cases().stream().map(one -> service.service() + ": " + one.name()))
                .toList();

        assertThat(names).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }

    /** With {@code -Ddemarc.cases.write=true} it writes the page instead. */
    @Test
    void thePageSaysWhatTheCasesSay() throws IOException {
        String page = new CasesPage(Shipped.CONTENT.revision()).write(CASES);
        if (Boolean.getBoolean(CasesPage.WRITE)) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).as("write it anew with -D%s=true", CasesPage.WRITE).hasContent(page);
    }
}
