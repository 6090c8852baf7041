/** What the records of the bus mean, and what is refused of them. */
@NullMarked
package dev.demarc.assessment.ingest;

import org.jspecify.annotations.NullMarked;
