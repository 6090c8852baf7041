/** What went wrong, for callers: domain exceptions become RFC 9457 problems here and nowhere else. */
@NullMarked
package dev.demarc.assessment.problem;

import org.jspecify.annotations.NullMarked;
