/** Scans and how far they are, folded from the bus. */
@NullMarked
package dev.demarc.gateway.scan;

import org.jspecify.annotations.NullMarked;
