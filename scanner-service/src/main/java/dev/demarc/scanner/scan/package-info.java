/** Scans become tasks, tasks become runs: planning, the workers, the schedule, the REST door. */
@NullMarked
package dev.demarc.scanner.scan;

import org.jspecify.annotations.NullMarked;
