/** Whose each layer of each service is, and what moves when a workload does. */
@NullMarked
package dev.demarc.gateway.responsibility;

import org.jspecify.annotations.NullMarked;
