/**
 * The entry points of the pure core: {@link dev.demarc.engine.Judge} says of one resource whose each layer is and
 * whether each control holds.
 */
@NullMarked
package dev.demarc.engine;

import org.jspecify.annotations.NullMarked;
