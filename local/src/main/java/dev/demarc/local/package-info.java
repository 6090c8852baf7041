/** The command line of a platform on one machine: each command of {@code ./demarc} and how its words are read. */
@NullMarked
package dev.demarc.local;

import org.jspecify.annotations.NullMarked;
