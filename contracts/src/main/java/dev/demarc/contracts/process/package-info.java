/** How a service's process behaves toward the one that started it. */
@NullMarked
package dev.demarc.contracts.process;

import org.jspecify.annotations.NullMarked;
