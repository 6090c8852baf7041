/** Keeps the immutable revisions and imports shipped content. */
@NullMarked
package dev.demarc.catalog.revision;

import org.jspecify.annotations.NullMarked;
