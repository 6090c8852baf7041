/** Counts per scope, control, party and team, moved by difference. */
@NullMarked
package dev.demarc.assessment.tally;

import org.jspecify.annotations.NullMarked;
