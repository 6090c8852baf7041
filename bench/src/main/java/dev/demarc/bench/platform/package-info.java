/** A platform of the bench's own, and how it is asked. */
@NullMarked
package dev.demarc.bench.platform;

import org.jspecify.annotations.NullMarked;
