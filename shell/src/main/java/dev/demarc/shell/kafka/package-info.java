/** How a service speaks to Kafka: clients over the deployment's settings, and what becomes of what cannot be processed. */
@NullMarked
package dev.demarc.shell.kafka;

import org.jspecify.annotations.NullMarked;
