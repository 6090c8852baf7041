/** Server-sent events: what changes, told as it does. */
@NullMarked
package dev.demarc.gateway.live;

import org.jspecify.annotations.NullMarked;
