/** Findings: lists of them over any filter, and all that there is to say of one. */
@NullMarked
package dev.demarc.assessment.finding;

import org.jspecify.annotations.NullMarked;
