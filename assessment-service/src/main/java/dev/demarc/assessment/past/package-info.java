/** Accounts as of a past instant, judged again from the evidence of then; see {@code docs/adr/011-past-dates.md}. */
@NullMarked
package dev.demarc.assessment.past;

import org.jspecify.annotations.NullMarked;
