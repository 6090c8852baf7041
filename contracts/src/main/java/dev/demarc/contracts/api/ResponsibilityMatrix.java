package dev.demarc.contracts.api;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.ServiceModel;
import dev.demarc.contracts.catalog.Layer;
import java.util.List;
import java.util.Map;

/** Service by layer whose it is; a service's row gives its own rules and each variant's that differ. */
public record ResponsibilityMatrix(List<Layer> layers, List<Row> rows) {
    /**
     * One service.
     *
     * @param cells by layer id
     */
    public record Row(String service, String name, ServiceModel model, Map<String, Cell> cells) {}

    /** One cell: the party, its rule and place, and what each variant that speaks on the layer makes of it. */
    public record Cell(Party party, String rule, String source, String decidedBy, List<VariantCell> variants) {}

    /** What a variant makes of a cell. */
    public record VariantCell(String variant, String name, Party party, String rule) {}
}
