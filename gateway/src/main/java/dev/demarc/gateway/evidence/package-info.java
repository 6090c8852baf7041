/** The AWS reports that an organisation has on file, and what they speak for. */
@NullMarked
package dev.demarc.gateway.evidence;

import org.jspecify.annotations.NullMarked;
