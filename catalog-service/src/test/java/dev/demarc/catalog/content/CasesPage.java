package dev.demarc.catalog.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.demarc.catalog.content.ResponsibilityCase.Expected;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.contracts.catalog.Variant;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cases as a page of the documentation. */
final class CasesPage {
    static final String WRITE = "demarc.cases.write";

    private static final String HEAD = """
            # Whose is it: %d cases

            Small resources, and whose their layers are. Made from `catalog-service/src/test/resources/cases` and the \
            shipped catalog, which a test judges them with; do not change it by hand. Write it anew with

                ./mvnw -pl catalog-service -am -Dtest=CasesTest -Dsurefire.failIfNoSpecifiedTests=false -D%s=true test

            Layers that are not named are as the [service model](../catalog-service/src/main/resources/catalog/models) \
            has them. A case names only the layers that its configuration decides: `platform: SHARED` with the rule \
            that decided, or, where something could not be read, the service's party as *undecided*, with the path. \
            `null` is what AWS said there is none of; what is not there was not asked for.
            """;

    private final Map<String, Service> services = new LinkedHashMap<>();
    private final List<String> layers;

    CasesPage(CatalogRevision revision) {
        revision.services().forEach(service -> services.put(service.id(), service));
        layers = revision.layers().stream().map(layer -> layer.id()).toList();
    }

    String write(List<ServiceCases> all) {
        int count = all.stream().mapToInt(one -> one.cases().size()).sum();
        List<String> parts = new ArrayList<>(List.of(HEAD.formatted(count, WRITE)));
        all.forEach(one -> parts.add(section(named(services, one.service()), one)));
        return String.join("\n", parts);
    }

    private String section(Service service, ServiceCases cases) {
        String base = ordered(cases.base()).entrySet().stream()
                .map(layer -> row(layer.getKey(), layer.getValue().name(), rule(service.responsibilities(), layer)))
                .collect(Collectors.joining());
        String rows = cases.cases().stream()
                .map(one -> row(
                        one.name(),
                        one.type().substring(one.type().lastIndexOf(':') + 1),
                        said(one),
                        decided(service, one)))
                .collect(Collectors.joining());
        return "## %s (%s)\n\n| layer | party | rule |\n| --- | --- | --- |\n%s\n| case | type | configuration | layers |\n| --- | --- | --- | --- |\n%s"
                .formatted(service.name(), service.model(), base, rows);
    }

    private String decided(Service service, ResponsibilityCase one) {
        Map<String, Variant> variants =
                service.variants().stream().collect(Collectors.toMap(Variant::id, variant -> variant));
        return one.layers().isEmpty()
                ? "as the service's"
                : ordered(one.layers()).entrySet().stream()
                        .map(layer -> decided(variants, layer))
                        .collect(Collectors.joining("<br>"));
    }

    private static String decided(Map<String, Variant> variants, Map.Entry<String, Expected> layer) {
        Expected expected = layer.getValue();
        return expected.by() == null
                ? "%s: %s, *undecided*: `%s` asks for `%s`"
                        .formatted(layer.getKey(), expected.party(), expected.undecided(), expected.path())
                : "%s: **%s**%s by `%s`. %s"
                        .formatted(
                                layer.getKey(),
                                expected.party(),
                                expected.owner() == null ? "" : ", account " + expected.owner(),
                                expected.by(),
                                rule(named(variants, expected.by()).responsibilities(), layer));
    }

    private static String rule(Map<String, Responsibility> rules, Map.Entry<String, ?> layer) {
        return named(rules, layer.getKey()).rule();
    }

    private static <T> T named(Map<String, T> all, String id) {
        return Objects.requireNonNull(all.get(id), id);
    }

    private static String said(ResponsibilityCase one) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.putAll(known(one.configuration()));
        said.putAll(known(one.supplementaryConfiguration()));
        String text = json(said);
        String unread = one.unread() == null
                ? ""
                : one.unread().stream()
                        .map(path -> "; unread: `%s`, %s".formatted(path.path(), path.reason()))
                        .collect(Collectors.joining());
        return "`%s`%s".formatted(text, unread);
    }

    private static Map<String, @Nullable Object> known(@Nullable Map<String, @Nullable Object> part) {
        return part == null ? Map.of() : part;
    }

    private static String json(Object value) {
        try {
            return Json.MAPPER
                    .writeValueAsString(value)
                    .replace("\":", "\": ")
                    .replace(",\"", ", \"")
                    .replace("\"", "");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> Map<String, T> ordered(Map<String, T> byLayer) {
        Map<String, T> ordered = new TreeMap<>((a, b) -> Integer.compare(layers.indexOf(a), layers.indexOf(b)));
        ordered.putAll(byLayer);
        return ordered;
    }

    private static String row(String... cells) {
        return "| %s |\n".formatted(String.join(" | ", cells).replace("||", "\\|\\|"));
    }
}
