package dev.demarc.gateway.responsibility;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.ServiceModel;
import dev.demarc.contracts.api.ResponsibilityMatrix.Cell;
import dev.demarc.contracts.catalog.Layer;
import dev.demarc.gateway.catalog.CatalogView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What moves when a workload does.
 *
 * @param layers every layer that both sides speak on, in the catalog's order
 */
record Comparison(Side from, Side to, List<LayerMove> layers) {
    /**
     * What the workload runs on.
     *
     * @param id a service, or a service and its variant, as in {@code rds/custom}
     */
    record Side(String id, String name, ServiceModel model) {}

    /** One layer before and after. */
    record LayerMove(String layer, String name, boolean ofTheCloud, boolean moves, Rule from, Rule to) {}

    /** Whose the layer is and what says so. */
    record Rule(Party party, String rule, String source, String decidedBy) {}

    static Comparison of(CatalogView catalog, Matrix.Workload from, Matrix.Workload to) {
        Matrix matrix = new Matrix(catalog);
        Map<String, Cell> before = matrix.cells(from);
        Map<String, Cell> after = matrix.cells(to);
        List<LayerMove> layers = new ArrayList<>();
        for (Layer layer : catalog.revision().layers()) {
            Cell one = before.get(layer.id());
            Cell other = after.get(layer.id());
            if (one != null && other != null) {
                layers.add(new LayerMove(
                        layer.id(),
                        layer.name(),
                        layer.ofTheCloud(),
                        one.party() != other.party(),
                        rule(one),
                        rule(other)));
            }
        }
        return new Comparison(side(from), side(to), layers);
    }

    private static Side side(Matrix.Workload workload) {
        return new Side(workload.id(), workload.name(), workload.service().model());
    }

    private static Rule rule(Cell cell) {
        return new Rule(cell.party(), cell.rule(), cell.source(), cell.decidedBy());
    }
}
