/** What the platform put aside: seen, sent again, taken out. */
@NullMarked
package dev.demarc.gateway.deadletter;

import org.jspecify.annotations.NullMarked;
