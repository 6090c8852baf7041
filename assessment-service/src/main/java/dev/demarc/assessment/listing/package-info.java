/** How lists are asked for: query parameters, the accounts they select, cursors and limits. */
@NullMarked
package dev.demarc.assessment.listing;

import org.jspecify.annotations.NullMarked;
