/** Which runs and items of a scope are accepted, and how well a scope is known. */
@NullMarked
package dev.demarc.assessment.run;

import org.jspecify.annotations.NullMarked;
