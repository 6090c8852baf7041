/** An account's scorecard and the packed tallies that it is computed from. */
@NullMarked
package dev.demarc.contracts.scorecard;

import org.jspecify.annotations.NullMarked;
