/** What a reader may see: every read of a store names its grant. */
@NullMarked
package dev.demarc.assessment.grant;

import org.jspecify.annotations.NullMarked;
