/** What went wrong, for callers: exceptions become RFC 9457 problems here, and those of a service beside it. */
@NullMarked
package dev.demarc.shell.problem;

import org.jspecify.annotations.NullMarked;
