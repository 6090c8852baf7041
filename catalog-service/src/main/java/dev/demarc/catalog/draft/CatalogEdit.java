package dev.demarc.catalog.draft;

import dev.demarc.contracts.catalog.CatalogRevision;
import java.util.function.UnaryOperator;

/**
 * One change to a catalog, from whole content to whole content.
 *
 * @param path what it changes, such as {@code controls[s3-bucket-not-public]}
 */
record CatalogEdit(String path, UnaryOperator<CatalogRevision> change) {
    CatalogRevision apply(CatalogRevision catalog) {
        return change.apply(catalog);
    }
}
