/** What crosses the bus and the borders of services. */
@NullMarked
package dev.demarc.contracts;

import org.jspecify.annotations.NullMarked;
