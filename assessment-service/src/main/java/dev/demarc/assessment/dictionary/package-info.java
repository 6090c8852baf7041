/** The small numbers that storage calls accounts, regions, types, scopes, teams and profiles. */
@NullMarked
package dev.demarc.assessment.dictionary;

import org.jspecify.annotations.NullMarked;
