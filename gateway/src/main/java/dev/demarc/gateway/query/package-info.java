/** Reads the parameters that many requests share. */
@NullMarked
package dev.demarc.gateway.query;

import org.jspecify.annotations.NullMarked;
