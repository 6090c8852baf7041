/**
 * The files that bear out attestations, waivers and declarations: which are accepted, how much of them is kept, and how
 * their bytes are erased.
 */
@NullMarked
package dev.demarc.assessment.evidence;

import org.jspecify.annotations.NullMarked;
