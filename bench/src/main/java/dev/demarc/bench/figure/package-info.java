/** What the report is made of: rows, and figures that were taken more than once. */
@NullMarked
package dev.demarc.bench.figure;

import org.jspecify.annotations.NullMarked;
