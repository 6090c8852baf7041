/** How this service speaks to Kafka: its clients, compacted topics read whole, dead letters, waiting after faults. */
@NullMarked
package dev.demarc.assessment.bus;

import org.jspecify.annotations.NullMarked;
