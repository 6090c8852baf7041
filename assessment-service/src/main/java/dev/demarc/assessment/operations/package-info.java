/** What operators ask of the service. */
@NullMarked
package dev.demarc.assessment.operations;

import org.jspecify.annotations.NullMarked;
