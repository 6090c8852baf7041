/** The whole platform as a user runs it. */
@NullMarked
package dev.demarc.e2e;

import org.jspecify.annotations.NullMarked;
