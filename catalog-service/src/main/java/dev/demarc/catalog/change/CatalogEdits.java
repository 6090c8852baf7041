package dev.demarc.catalog.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demarc.catalog.content.CatalogProblem;
import dev.demarc.catalog.content.InvalidCatalogException;
import dev.demarc.catalog.content.StrictReader;
import dev.demarc.catalog.content.UnknownEntryException;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Layer;
import dev.demarc.contracts.catalog.Parameters;
import dev.demarc.contracts.catalog.ProviderEvidence;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;

/** The changes that a draft accepts; each refuses what it does not understand, by path. */
public final class CatalogEdits {
    private CatalogEdits() {}

    /** Adds a control with the next number, or changes one, which keeps its own. */
    public static CatalogEdit putControl(String id, JsonNode body, IntSupplier nextNumber) {
        String path = "controls[%s]".formatted(id);
        return new CatalogEdit(path, catalog -> {
            Optional<Control> known = find(catalog.controls(), id, Control::id);
            ObjectNode node = named(path, body, id);
            refuseAnotherNumber(path, node.path("number"), known);
            node.put("number", known.map(Control::number).orElseGet(nextNumber::getAsInt));
            return withControls(
                    catalog, put(catalog.controls(), StrictReader.read(node, Control.class, path), Control::id));
        });
    }

    /** Takes a control out; its number is never used again. */
    public static CatalogEdit retireControl(String id) {
        return new CatalogEdit("controls[%s]".formatted(id), catalog -> {
            known("control", catalog.controls(), id, Control::id);
            return withControls(catalog, without(catalog.controls(), id, Control::id));
        });
    }

    /** Says whose a layer of a service is. */
    public static CatalogEdit putResponsibility(String serviceId, String layer, JsonNode body) {
        String path = "services[%s]".formatted(serviceId);
        return new CatalogEdit(path, catalog -> {
            Service service = known("service", catalog.services(), serviceId, Service::id);
            known("layer", catalog.layers(), layer, Layer::id);
            Map<String, Responsibility> responsibilities = new HashMap<>(service.responsibilities());
            responsibilities.put(
                    layer,
                    StrictReader.read(body, Responsibility.class, "%s.responsibilities.%s".formatted(path, layer)));
            return withServices(
                    catalog, put(catalog.services(), withResponsibilities(service, responsibilities), Service::id));
        });
    }

    /** Puts an AWS report on file, or corrects it. */
    public static CatalogEdit putReport(String id, JsonNode body) {
        String path = "providerEvidence[%s]".formatted(id);
        return new CatalogEdit(path, catalog -> {
            ProviderEvidence report = StrictReader.read(named(path, body, id), ProviderEvidence.class, path);
            return withReports(catalog, put(catalog.providerEvidence(), report, ProviderEvidence::id));
        });
    }

    /** Takes a report off the file. */
    public static CatalogEdit removeReport(String id) {
        return new CatalogEdit("providerEvidence[%s]".formatted(id), catalog -> {
            known("report", catalog.providerEvidence(), id, ProviderEvidence::id);
            return withReports(catalog, without(catalog.providerEvidence(), id, ProviderEvidence::id));
        });
    }

    /** Sets all parameters. */
    public static CatalogEdit putParameters(JsonNode body) {
        return new CatalogEdit(
                "parameters",
                catalog -> new CatalogRevision(
                        catalog.number(),
                        catalog.publishedAt(),
                        catalog.layers(),
                        catalog.models(),
                        catalog.services(),
                        catalog.controls(),
                        catalog.frameworks(),
                        catalog.reportSeries(),
                        catalog.providerEvidence(),
                        StrictReader.read(body, Parameters.class, "parameters")));
    }

    private static void refuseAnotherNumber(String path, JsonNode number, Optional<Control> known) {
        boolean same = known.isPresent()
                && number.isInt()
                && number.asInt() == known.get().number();
        if (!number.isMissingNode() && !same) {
            String accepted = known.map(control -> Integer.toString(control.number()))
                    .orElse("none, the catalog gives a new control its number");
            throw refused(path + ".number", "is %s; accepted: %s".formatted(number, accepted));
        }
    }

    /** The body as an object that bears the id of its address. */
    private static ObjectNode named(String path, JsonNode body, String id) {
        if (!(body.deepCopy() instanceof ObjectNode node)) {
            throw refused(path, "is %s; accepted: a JSON object".formatted(body.getNodeType()));
        }
        JsonNode own = node.path("id");
        if (!own.isMissingNode() && !own.asText().equals(id)) {
            throw refused(path + ".id", "is %s; accepted: '%s', as in the address".formatted(own, id));
        }
        return node.put("id", id);
    }

    private static InvalidCatalogException refused(String path, String reason) {
        return new InvalidCatalogException(new CatalogProblem(path, reason));
    }

    private static <T> Optional<T> find(List<T> elements, String id, Function<T, String> name) {
        return elements.stream()
                .filter(element -> name.apply(element).equals(id))
                .findFirst();
    }

    private static <T> T known(String what, List<T> elements, String id, Function<T, String> name) {
        return find(elements, id, name).orElseThrow(() -> new UnknownEntryException(what, id));
    }

    private static <T> List<T> put(List<T> elements, T element, Function<T, String> name) {
        List<T> all = new ArrayList<>(elements);
        all.replaceAll(one -> name.apply(one).equals(name.apply(element)) ? element : one);
        if (!all.contains(element)) {
            all.add(element);
        }
        return all;
    }

    private static <T> List<T> without(List<T> elements, String id, Function<T, String> name) {
        return elements.stream()
                .filter(element -> !name.apply(element).equals(id))
                .toList();
    }

    private static CatalogRevision withControls(CatalogRevision catalog, List<Control> controls) {
        return with(catalog, catalog.services(), controls, catalog.providerEvidence());
    }

    private static CatalogRevision withServices(CatalogRevision catalog, List<Service> services) {
        return with(catalog, services, catalog.controls(), catalog.providerEvidence());
    }

    private static CatalogRevision withReports(CatalogRevision catalog, List<ProviderEvidence> reports) {
        return with(catalog, catalog.services(), catalog.controls(), reports);
    }

    private static CatalogRevision with(
            CatalogRevision catalog, List<Service> services, List<Control> controls, List<ProviderEvidence> reports) {
        return new CatalogRevision(
                catalog.number(),
                catalog.publishedAt(),
                catalog.layers(),
                catalog.models(),
                services,
                controls,
                catalog.frameworks(),
                catalog.reportSeries(),
                reports,
                catalog.parameters());
    }

    private static Service withResponsibilities(Service service, Map<String, Responsibility> responsibilities) {
        return new Service(
                service.id(),
                service.name(),
                service.model(),
                service.about(),
                service.types(),
                responsibilities,
                service.variants(),
                service.retiredOn());
    }
}
