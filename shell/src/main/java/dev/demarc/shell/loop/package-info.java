/** Every thread of a service: a named loop that outlives its faults, tells of them, and turns health red when it stands. */
@NullMarked
package dev.demarc.shell.loop;

import org.jspecify.annotations.NullMarked;
