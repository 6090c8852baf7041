/** Changes to the catalog that are not yet published. */
@NullMarked
package dev.demarc.catalog.draft;

import org.jspecify.annotations.NullMarked;
