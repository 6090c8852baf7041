/** From Kafka to committed verdicts. */
@NullMarked
package dev.demarc.bench.ingest;

import org.jspecify.annotations.NullMarked;
