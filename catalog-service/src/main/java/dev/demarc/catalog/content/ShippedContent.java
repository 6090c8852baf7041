package dev.demarc.catalog.content;

import dev.demarc.contracts.catalog.CatalogRevision;
import java.util.Map;

/**
 * What this build ships.
 *
 * @param revision the content, numbered 1
 * @param controlExamples by control id
 * @param variantExamples by {@code service/variant}
 */
public record ShippedContent(
        CatalogRevision revision,
        Map<String, ControlExamples> controlExamples,
        Map<String, VariantExamples> variantExamples) {
    public ShippedContent {
        controlExamples = Map.copyOf(controlExamples);
        variantExamples = Map.copyOf(variantExamples);
    }
}
