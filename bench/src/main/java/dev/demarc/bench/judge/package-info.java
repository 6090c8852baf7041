/** Parsing and judging on one core, without a bus or a database. */
@NullMarked
package dev.demarc.bench.judge;

import org.jspecify.annotations.NullMarked;
