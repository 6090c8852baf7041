/** Resources as they are stored: digests, rows and compressed configurations. */
@NullMarked
package dev.demarc.assessment.resource;

import org.jspecify.annotations.NullMarked;
