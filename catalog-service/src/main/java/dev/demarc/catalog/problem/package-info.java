/** Turns exceptions into RFC 9457 problems. */
@NullMarked
package dev.demarc.catalog.problem;

import org.jspecify.annotations.NullMarked;
