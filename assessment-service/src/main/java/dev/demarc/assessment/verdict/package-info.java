/** Verdicts of one resource: packed for storage, and what they contribute to tallies. */
@NullMarked
package dev.demarc.assessment.verdict;

import org.jspecify.annotations.NullMarked;
