/** Demarc beside the best known scanner of its field: Prowler, on the same emulated account in the same run. */
@NullMarked
package dev.demarc.bench.peer;

import org.jspecify.annotations.NullMarked;
