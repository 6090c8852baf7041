/** Ingestion against real Kafka and PostgreSQL, faults included. */
@NullMarked
package dev.demarc.assessment.partition;

import org.jspecify.annotations.NullMarked;
