/** One writer per partition: who consumes, its loop and upkeep, its fence, the transactions that all goes through. */
@NullMarked
package dev.demarc.assessment.partition;

import org.jspecify.annotations.NullMarked;
