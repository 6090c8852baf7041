/** One reading of a scope on its way to the bus: begin, items, pages, end, progress. */
@NullMarked
package dev.demarc.scanner.run;

import org.jspecify.annotations.NullMarked;
