/** The sample organisation: fictitious accounts worth looking at, generated the same each time, dated from now. */
@NullMarked
package dev.demarc.local.sample;

import org.jspecify.annotations.NullMarked;
