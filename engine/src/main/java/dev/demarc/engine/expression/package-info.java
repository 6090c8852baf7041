/** CEL expressions over a resource: compiled once, answered with yes, no, or what stood in the way. */
@NullMarked
package dev.demarc.engine.expression;

import org.jspecify.annotations.NullMarked;
