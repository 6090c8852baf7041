/** Drill-downs that another service answers, passed through byte by byte. */
@NullMarked
package dev.demarc.gateway.upstream;

import org.jspecify.annotations.NullMarked;
