/** How records are carried on Kafka: topics, event types, CloudEvents headers in binary mode, trace context. */
@NullMarked
package dev.demarc.contracts.event;

import org.jspecify.annotations.NullMarked;
