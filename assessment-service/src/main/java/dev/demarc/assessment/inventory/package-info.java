/** Stored resources for readers: lists of them, and one with its configuration, its layers and its verdicts. */
@NullMarked
package dev.demarc.assessment.inventory;

import org.jspecify.annotations.NullMarked;
