/** Compacted topics, read whole by every instance. */
@NullMarked
package dev.demarc.assessment.bus;

import org.jspecify.annotations.NullMarked;
