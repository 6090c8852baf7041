/** Keeps the immutable revisions, imports shipped content, merges and compares. */
@NullMarked
package dev.demarc.catalog.revision;

import org.jspecify.annotations.NullMarked;
