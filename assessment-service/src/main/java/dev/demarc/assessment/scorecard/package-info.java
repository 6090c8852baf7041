/** An account's scorecard: what its scopes' tallies and states make of it, and reading it. */
@NullMarked
package dev.demarc.assessment.scorecard;

import org.jspecify.annotations.NullMarked;
