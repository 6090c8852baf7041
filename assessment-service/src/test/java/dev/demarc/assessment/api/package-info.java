/** The REST API as a whole, against a real PostgreSQL and a real Kafka. */
@NullMarked
package dev.demarc.assessment.api;

import org.jspecify.annotations.NullMarked;
