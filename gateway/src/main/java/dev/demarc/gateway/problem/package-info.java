/** What went wrong, for callers: exceptions become RFC 9457 problems here and nowhere else. */
@NullMarked
package dev.demarc.gateway.problem;

import org.jspecify.annotations.NullMarked;
