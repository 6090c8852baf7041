/** What a reader may see: every read of a store says what of it is reached. */
@NullMarked
package dev.demarc.assessment.grant;

import org.jspecify.annotations.NullMarked;
