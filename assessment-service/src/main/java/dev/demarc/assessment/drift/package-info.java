/** Duties and verdicts that moved since an instant, other than by the catalog. */
@NullMarked
package dev.demarc.assessment.drift;

import org.jspecify.annotations.NullMarked;
