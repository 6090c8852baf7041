package dev.demarc.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.RemedyVariant;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.contracts.catalog.Variant;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.engine.expression.Expression;
import dev.demarc.engine.expression.Expressions;
import dev.demarc.engine.path.ConfigurationPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the scanner does not let pass no control can read: what is shipped reads nothing else. */
class ScannedPathsTest {
    private static final CatalogRevision REVISION = Shipped.CONTENT.revision();
    private static final Expressions EXPRESSIONS =
            new Expressions(REVISION.parameters().values());
    private static final int FEWEST_PATHS = 200;

    private final Set<String> read = new TreeSet<>();
    private final Set<String> missing = new TreeSet<>();

    @Test
    void everyPathPassesThatAnExpressionReadsOrShows() {
        automated().forEach(control -> {
            List<String> types = List.of(String.valueOf(control.type()));
            Stream.concat(
                            Stream.of(control.when(), control.assertion()).flatMap(Stream::ofNullable),
                            control.remedy().variants().stream().map(RemedyVariant::when))
                    .forEach(text -> paths(types, EXPRESSIONS.compile(text)));
            control.evidence().forEach(path -> path(types, path));
        });
        REVISION.services()
                .forEach(service -> service.variants().forEach(variant -> variant(types(service, variant), variant)));

        assertThat(read).hasSizeGreaterThan(FEWEST_PATHS);
        assertThat(missing).isEmpty();
    }

    @Test
    void noExampleHasWhatDoesNotPass() {
        automated().forEach(control -> examples(control)
                .map(example -> example.resource(String.valueOf(control.type()), "eu-central-1"))
                .forEach(this::resource));
        ServiceCases.all().forEach(service -> service.cases().forEach(one -> resource(one.resource())));

        assertThat(read).isNotEmpty();
        assertThat(missing).isEmpty();
    }

    private static Stream<Control> automated() {
        return REVISION.controls().stream().filter(control -> control.assessment() == Control.Assessment.AUTOMATED);
    }

    private static Stream<Example> examples(Control control) {
        ControlExamples examples = Shipped.CONTENT.controlExamples().getOrDefault(control.id(), ControlExamples.NONE);
        return Stream.of(examples.pass(), examples.fail(), examples.notApplicable())
                .flatMap(List::stream);
    }

    private static List<String> types(Service service, Variant variant) {
        return variant.types().isEmpty()
                ? service.types().stream().map(type -> type.type()).toList()
                : variant.types();
    }

    private void variant(List<String> types, Variant variant) {
        paths(types, EXPRESSIONS.compile(variant.when()));
        if (variant.owner() != null) {
            paths(types, EXPRESSIONS.compileText(variant.owner().account()));
        }
    }

    private void paths(List<String> types, Expression expression) {
        expression.paths().forEach(path -> path(types, path));
    }

    /** What a variant asks of several types one of them has. */
    private void path(List<String> types, String path) {
        List<String> segments = new ArrayList<>(ConfigurationPath.parse(path).segments());
        segments.removeIf(ConfigurationPath.ELEMENTS::equals);
        if (segments.get(0).equals("tags") || segments.size() == 1) {
            return;
        }
        read.add(types + " " + path);
        if (types.stream().noneMatch(type -> ScannedPaths.of(type).let(segments))) {
            missing.add(types + " " + path);
        }
    }

    private void resource(ResourceConfiguration resource) {
        String type = resource.resourceType();
        read.add(type);
        ScannedPaths.of(type).missing(resource).forEach(path -> missing.add(type + " " + path));
    }
}
