/** Resources from files: AWS Config's snapshots and the canonical form, one item a line. */
@NullMarked
package dev.demarc.scanner.snapshot;

import org.jspecify.annotations.NullMarked;
