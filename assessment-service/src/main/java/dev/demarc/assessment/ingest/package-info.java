/** From Kafka to the partitions: the consumer, what its messages mean, and what cannot be processed. */
@NullMarked
package dev.demarc.assessment.ingest;

import org.jspecify.annotations.NullMarked;
