/** What a caller of the REST API is told when something is wrong: RFC 9457 problems of a closed set. */
@NullMarked
package dev.demarc.scanner.problem;

import org.jspecify.annotations.NullMarked;
