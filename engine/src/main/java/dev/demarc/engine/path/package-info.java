/** Paths into a resource's configuration: what stands there, and which paths touch which. */
@NullMarked
package dev.demarc.engine.path;

import org.jspecify.annotations.NullMarked;
