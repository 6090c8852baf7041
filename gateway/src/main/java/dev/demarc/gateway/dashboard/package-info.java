/** The dashboard's files, its deep links and the headers that confine it. */
@NullMarked
package dev.demarc.gateway.dashboard;

import org.jspecify.annotations.NullMarked;
