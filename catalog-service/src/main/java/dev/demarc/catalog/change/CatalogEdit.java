package dev.demarc.catalog.change;

import dev.demarc.contracts.catalog.CatalogRevision;
import java.util.function.UnaryOperator;

/**
 * One change to a catalog, from whole content to whole content.
 *
 * @param path what it changes, such as {@code controls[s3-bucket-not-public]}
 */
public record CatalogEdit(String path, UnaryOperator<CatalogRevision> change) {
    public CatalogRevision apply(CatalogRevision catalog) {
        return change.apply(catalog);
    }
}
