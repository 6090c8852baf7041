/** What the service sets up and watches as a whole: its clock, its JSON, its end, its health. */
@NullMarked
package dev.demarc.assessment.startup;

import org.jspecify.annotations.NullMarked;
