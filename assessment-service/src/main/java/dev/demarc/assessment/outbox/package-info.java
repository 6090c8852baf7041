/** What a transaction tells of findings: events and summaries, written beside the verdicts that they tell of. */
@NullMarked
package dev.demarc.assessment.outbox;

import org.jspecify.annotations.NullMarked;
