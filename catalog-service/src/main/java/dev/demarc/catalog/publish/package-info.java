/** Brings the current revision to Kafka. */
@NullMarked
package dev.demarc.catalog.publish;

import org.jspecify.annotations.NullMarked;
