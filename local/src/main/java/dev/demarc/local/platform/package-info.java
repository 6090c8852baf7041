/** The platform on one machine: its folder, its ports, its processes, and the order in which they start and stop. */
@NullMarked
package dev.demarc.local.platform;

import org.jspecify.annotations.NullMarked;
