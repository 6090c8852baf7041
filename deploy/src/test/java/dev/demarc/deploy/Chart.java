package dev.demarc.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the chart renders for a release named {@code demo}. */
final class Chart {
    static final Path FOLDER = Path.of("helm/demarc");
    static final List<String> SERVICES = List.of("catalog-service", "scanner-service", "assessment-service", "gateway");

    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private final TemplateCommand template;

    private Chart(TemplateCommand template) {
        this.template = template;
    }

    /** With no values but the chart's own. */
    static Chart bare() {
        return new Chart(new Helm(FOLDER).template().withName("demo").withNamespace("default"));
    }

    /** With the least that an operator has to say. */
    static Chart usual() {
        return bare().set("kafka.bootstrapServers", "kafka:9092")
                .set("edge.key", KEY)
                .set("databases.catalog.url", "jdbc:postgresql://db/catalog")
                .set("databases.assessment.url", "jdbc:postgresql://db:6432/assessment");
    }

    Chart set(String name, Object value) {
        template.set(name, value);
        return this;
    }

    List<JsonNode> ofKind(String kind) {
        return render().stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .toList();
    }

    /** The only document of a kind that is of a service. */
    JsonNode one(String kind, String service) {
        return ofKind(kind).stream()
                .filter(document -> document.at("/metadata/name").asText().equals("demo-" + service))
                .findFirst()
                .orElseThrow();
    }

    /** A service's environment, each entry as it is written. */
    List<String> environment(String service) {
        return stream(one("Deployment", service).at("/spec/template/spec/containers/0/env"))
                .map(JsonNode::toString)
                .toList();
    }

    List<JsonNode> render() {
        try (var documents = new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(template.call())) {
            return documents.readAll().stream().filter(JsonNode::isObject).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> stream(JsonNode members) {
        return StreamSupport.stream(members.spliterator(), false);
    }
}
