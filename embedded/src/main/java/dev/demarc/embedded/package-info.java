/** A real Kafka broker and a real PostgreSQL that live and die with this JVM: for local runs and for tests. */
@NullMarked
package dev.demarc.embedded;

import org.jspecify.annotations.NullMarked;
