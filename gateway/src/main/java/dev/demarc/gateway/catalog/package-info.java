/** The current catalog revision, indexed for reading. */
@NullMarked
package dev.demarc.gateway.catalog;

import org.jspecify.annotations.NullMarked;
