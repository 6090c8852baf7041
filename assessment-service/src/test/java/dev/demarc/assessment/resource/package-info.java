/** Tests of how resources are stored, and the training of what packs them. */
@NullMarked
package dev.demarc.assessment.resource;

import org.jspecify.annotations.NullMarked;
