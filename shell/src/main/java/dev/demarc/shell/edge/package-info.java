/** What stands before everything that a service answers: who may call it, from which page, with how large a body. */
@NullMarked
package dev.demarc.shell.edge;

import org.jspecify.annotations.NullMarked;
