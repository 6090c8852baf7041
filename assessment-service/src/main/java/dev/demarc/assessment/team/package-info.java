/** What each team owns and has to do. */
@NullMarked
package dev.demarc.assessment.team;

import org.jspecify.annotations.NullMarked;
