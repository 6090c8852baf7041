/** The catalog revision that is judged by at this time, and those that were. */
@NullMarked
package dev.demarc.assessment.catalog;

import org.jspecify.annotations.NullMarked;
