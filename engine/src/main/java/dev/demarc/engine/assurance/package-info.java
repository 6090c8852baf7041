/** AWS's halves: which AWS report on file covers them, for which service and region, on which day. */
@NullMarked
package dev.demarc.engine.assurance;

import org.jspecify.annotations.NullMarked;
