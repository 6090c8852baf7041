/**
 * What every act of a person has in common: its transaction, the locks that it takes, what was given with it, its entry
 * in the log.
 */
@NullMarked
package dev.demarc.assessment.act;

import org.jspecify.annotations.NullMarked;
