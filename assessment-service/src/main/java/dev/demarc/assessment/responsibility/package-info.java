/** Whose it is, for readers: what the current catalog says of a stored resource, layer by layer and with evidence. */
@NullMarked
package dev.demarc.assessment.responsibility;

import org.jspecify.annotations.NullMarked;
