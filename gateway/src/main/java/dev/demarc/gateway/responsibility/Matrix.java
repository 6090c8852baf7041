package dev.demarc.gateway.responsibility;

import dev.demarc.contracts.api.ResponsibilityMatrix;
import dev.demarc.contracts.api.ResponsibilityMatrix.Cell;
import dev.demarc.contracts.api.ResponsibilityMatrix.Row;
import dev.demarc.contracts.api.ResponsibilityMatrix.VariantCell;
import dev.demarc.contracts.catalog.Layer;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.contracts.catalog.Variant;
import dev.demarc.gateway.catalog.CatalogView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Service by layer whose it is: the most specific rule that speaks wins. */
final class Matrix {
    private final CatalogView catalog;

    Matrix(CatalogView catalog) {
        this.catalog = catalog;
    }

    ResponsibilityMatrix ofAll() {
        return of(catalog.revision().services().stream().map(Workload::new).toList());
    }

    ResponsibilityMatrix of(List<Workload> workloads) {
        return new ResponsibilityMatrix(
                catalog.revision().layers(), workloads.stream().map(this::row).toList());
    }

    private Row row(Workload workload) {
        Service service = workload.service();
        return new Row(service.id(), workload.name(), service.model(), cells(workload));
    }

    /** By layer id; a layer that no rule speaks on is absent. */
    Map<String, Cell> cells(Workload workload) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (Layer layer : catalog.revision().layers()) {
            cell(workload, layer.id()).ifPresent(cell -> cells.put(layer.id(), cell));
        }
        return cells;
    }

    private Optional<Cell> cell(Workload workload, String layer) {
        Service service = workload.service();
        Variant variant = workload.variant();
        Responsibility byVariant =
                variant == null ? null : variant.responsibilities().get(layer);
        if (variant != null && byVariant != null) {
            return Optional.of(cell(byVariant, "variant:" + workload.id(), List.of()));
        }
        List<VariantCell> variants = variant == null ? variants(service, layer) : List.of();
        Responsibility byService = service.responsibilities().get(layer);
        if (byService != null) {
            return Optional.of(cell(byService, "service:" + service.id(), variants));
        }
        return catalog.model(service.model())
                .map(model -> model.responsibilities().get(layer))
                .map(byModel -> cell(byModel, "model:" + service.model(), variants));
    }

    private static Cell cell(Responsibility responsibility, String decidedBy, List<VariantCell> variants) {
        return new Cell(responsibility.party(), responsibility.rule(), responsibility.source(), decidedBy, variants);
    }

    private static List<VariantCell> variants(Service service, String layer) {
        List<VariantCell> cells = new ArrayList<>();
        for (Variant variant : service.variants()) {
            Responsibility responsibility = variant.responsibilities().get(layer);
            if (responsibility != null) {
                cells.add(new VariantCell(variant.id(), variant.name(), responsibility.party(), responsibility.rule()));
            }
        }
        return cells;
    }

    /** What a workload runs on: a service, or a service under one of its variants. */
    record Workload(Service service, @Nullable Variant variant) {
        Workload(Service service) {
            this(service, null);
        }

        String id() {
            return variant == null ? service.id() : service.id() + '/' + variant.id();
        }

        String name() {
            return variant == null ? service.name() : variant.name();
        }
    }
}
