package dev.demarc.catalog.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Framework;
import dev.demarc.contracts.catalog.Layer;
import dev.demarc.contracts.catalog.ModelDefinition;
import dev.demarc.contracts.catalog.Parameters;
import dev.demarc.contracts.catalog.ProviderEvidence;
import dev.demarc.contracts.catalog.ReportSeries;
import dev.demarc.contracts.catalog.Service;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a content folder into a catalog revision. Files: {@code sources.yaml}, {@code layers.yaml},
 * {@code parameters.yaml}, and one file a model, service or framework, several for controls, report series and
 * provider evidence, in the folders of their names. Everything wrong is collected and refused together.
 */
public final class ContentReader {
    private final ContentFolder folder;
    private final List<CatalogProblem> problems = new ArrayList<>();
    private final Map<String, String> fileOf = new HashMap<>();
    private final Map<String, ControlExamples> controlExamples = new HashMap<>();
    private final Map<String, VariantExamples> variantExamples = new HashMap<>();
    private final FrameworkMaps maps = new FrameworkMaps();

    private ContentReader(ContentFolder folder) {
        this.folder = folder;
    }

    /** @throws InvalidCatalogException with all that is wrong, each with file, path, value and what is accepted */
    public static ShippedContent read(Path root) {
        return new ContentReader(new ContentFolder(root)).read();
    }

    /** SHA-256 over the folder's files, without parsing them. */
    public static String digest(Path root) {
        return new ContentFolder(root).digest();
    }

    private ShippedContent read() {
        Map<String, String> sources = sources();
        List<Layer> layers = new ArrayList<>();
        each("layers", ContentFile::list, sources, (file, node) -> add(layers, file, node, Layer.class, Layer::id));
        List<ModelDefinition> models = new ArrayList<>();
        each(
                "models",
                ContentReader::whole,
                sources,
                (file, node) -> add(models, file, node, ModelDefinition.class, model -> model.model()
                        .name()));
        List<Service> services = new ArrayList<>();
        each("services", file -> whole(file.withTerms()), sources, (file, node) -> {
            readVariantExamples(file, node);
            add(services, file, node, Service.class, Service::id);
        });
        List<Framework> frameworks = new ArrayList<>();
        each("frameworks", ContentReader::whole, sources, (file, node) -> {
            maps.read(file.name(), node, problems);
            add(frameworks, file, node, Framework.class, Framework::id);
        });
        List<ReportSeries> series = new ArrayList<>();
        each(
                "report-series",
                file -> file.entries("series"),
                sources,
                (file, node) -> add(series, file, node, ReportSeries.class, ReportSeries::id));
        List<ProviderEvidence> reports = new ArrayList<>();
        each(
                "provider-evidence",
                file -> file.entries("reports"),
                sources,
                (file, node) -> add(reports, file, node, ProviderEvidence.class, ProviderEvidence::id));
        List<Control> controls = new ArrayList<>();
        each(
                "controls",
                file -> file.withWhile().withTerms().entries("controls"),
                sources,
                (file, node) -> readControl(controls, file, node));
        Parameters parameters = parameters();
        if (parameters == null || !problems.isEmpty()) {
            throw new InvalidCatalogException(problems);
        }
        CatalogRevision revision = new CatalogRevision(
                1, Instant.EPOCH, layers, models, services, controls, frameworks, series, reports, parameters);
        refuseInconsistent(revision);
        return new ShippedContent(revision, controlExamples, variantExamples);
    }

    private Map<String, String> sources() {
        Map<String, String> sources = new HashMap<>();
        for (ContentFile file : folder.files("sources")) {
            file.object()
                    .properties()
                    .forEach(entry ->
                            sources.put(entry.getKey(), entry.getValue().asText()));
        }
        return sources;
    }

    private void readControl(List<Control> controls, ContentFile file, ObjectNode node) {
        String id = node.path("id").asText();
        JsonNode examples = node.remove("examples");
        if (examples != null) {
            collecting(() -> controlExamples.put(
                    id,
                    StrictReader.read(
                            examples, ControlExamples.class, "%s: controls[%s].examples".formatted(file.name(), id))));
        }
        if (!node.has("assessment")) {
            node.put("assessment", Control.Assessment.AUTOMATED.name());
        }
        collecting(() -> maps.addTo(node, id));
        add(controls, file, node, Control.class, Control::id);
    }

    private void readVariantExamples(ContentFile file, ObjectNode service) {
        for (JsonNode variant : service.path("variants")) {
            if (variant instanceof ObjectNode object && object.remove("examples") instanceof ObjectNode examples) {
                String key =
                        service.path("id").asText() + "/" + object.path("id").asText();
                collecting(() -> variantExamples.put(
                        key,
                        StrictReader.read(
                                examples,
                                VariantExamples.class,
                                "%s: variants[%s].examples"
                                        .formatted(
                                                file.name(), object.path("id").asText()))));
            }
        }
    }

    private @Nullable Parameters parameters() {
        List<ContentFile> files = folder.files("parameters");
        if (files.size() != 1) {
            problems.add(new CatalogProblem("parameters.yaml", "is missing"));
            return null;
        }
        try {
            return StrictReader.read(files.get(0).object(), Parameters.class, "parameters.yaml");
        } catch (InvalidCatalogException e) {
            problems.addAll(e.problems());
            return null;
        }
    }

    private void refuseInconsistent(CatalogRevision revision) {
        List<CatalogProblem> found = new ArrayList<>(maps.unknownControls(revision));
        for (CatalogProblem problem : Consistency.problems(revision)) {
            String element = problem.path().replaceFirst("].*", "]");
            String file = fileOf.get(element);
            found.add(file == null ? problem : problem.in(file));
        }
        if (!found.isEmpty()) {
            throw new InvalidCatalogException(found);
        }
    }

    private static List<ObjectNode> whole(ContentFile file) {
        return List.of(file.object());
    }

    private void each(
            String folderName,
            Function<ContentFile, List<ObjectNode>> entries,
            Map<String, String> sources,
            BiConsumer<ContentFile, ObjectNode> reader) {
        collecting(() -> {
            for (ContentFile file : folder.files(folderName)) {
                collecting(() -> entries.apply(file.withSources(sources)).forEach(node -> reader.accept(file, node)));
            }
        });
    }

    private <T> void add(List<T> elements, ContentFile file, ObjectNode node, Class<T> type, Function<T, String> id) {
        String kind = CatalogKind.of(type).plural();
        collecting(() -> {
            T element = StrictReader.read(
                    node,
                    type,
                    "%s: %s[%s]".formatted(file.name(), kind, node.path("id").asText()));
            elements.add(element);
            fileOf.put("%s[%s]".formatted(kind, id.apply(element)), file.name());
        });
    }

    private void collecting(Runnable reading) {
        try {
            reading.run();
        } catch (InvalidCatalogException e) {
            problems.addAll(e.problems());
        }
    }
}
