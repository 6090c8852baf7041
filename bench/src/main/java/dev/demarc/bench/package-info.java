/** How fast Demarc is on this machine, beside the limits that the same run measured. */
@NullMarked
package dev.demarc.bench;

import org.jspecify.annotations.NullMarked;
