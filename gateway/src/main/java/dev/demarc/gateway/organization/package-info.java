/** Organisations: their accounts' tallies rolled up exactly. */
@NullMarked
package dev.demarc.gateway.organization;

import org.jspecify.annotations.NullMarked;
