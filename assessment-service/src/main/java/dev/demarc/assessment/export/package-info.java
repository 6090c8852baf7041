/** Exports that are streamed: every verdict as CSV. */
@NullMarked
package dev.demarc.assessment.export;

import org.jspecify.annotations.NullMarked;
