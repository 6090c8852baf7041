/** What the organisation says of its accounts. */
@NullMarked
package dev.demarc.assessment.account;

import org.jspecify.annotations.NullMarked;
