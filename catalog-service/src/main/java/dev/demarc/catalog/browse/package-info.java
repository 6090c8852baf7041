/** The REST paths that read the current revision. */
@NullMarked
package dev.demarc.catalog.browse;

import org.jspecify.annotations.NullMarked;
