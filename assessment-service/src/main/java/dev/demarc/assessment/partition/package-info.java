/** One writer per partition: its loop, its fence and the transactions that everything goes through. */
@NullMarked
package dev.demarc.assessment.partition;

import org.jspecify.annotations.NullMarked;
