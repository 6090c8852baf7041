/** Scores, their ranges, grades and gaps, as sums over tallies, so that roll-ups over any set of accounts are exact. */
@NullMarked
package dev.demarc.engine.score;

import org.jspecify.annotations.NullMarked;
