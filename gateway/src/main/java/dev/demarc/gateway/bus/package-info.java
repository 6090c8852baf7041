/** Follows the bus: what travels there is kept in memory, and how old that memory is can be told. */
@NullMarked
package dev.demarc.gateway.bus;

import org.jspecify.annotations.NullMarked;
