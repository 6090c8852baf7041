/** Who may ask: loopback only unless opened, and no foreign page. */
@NullMarked
package dev.demarc.gateway.access;

import org.jspecify.annotations.NullMarked;
