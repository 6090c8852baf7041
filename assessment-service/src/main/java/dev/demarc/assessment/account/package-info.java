/** What the organisation says of its accounts, and which team owns a resource. */
@NullMarked
package dev.demarc.assessment.account;

import org.jspecify.annotations.NullMarked;
