/** Tallies counted from scratch, to prove those that are kept. */
@NullMarked
package dev.demarc.assessment.recount;

import org.jspecify.annotations.NullMarked;
