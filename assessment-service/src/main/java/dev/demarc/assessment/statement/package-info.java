/**
 * Attestations, waivers and declarations: proposing, approving and withdrawing them over REST, the files that bear them
 * out, the log of every act, and the active ones in memory for whoever judges.
 */
@NullMarked
package dev.demarc.assessment.statement;

import org.jspecify.annotations.NullMarked;
