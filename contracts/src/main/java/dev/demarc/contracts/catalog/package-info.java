/** One catalog revision: the service model, the control taxonomy and the provider evidence. */
@NullMarked
package dev.demarc.contracts.catalog;

import org.jspecify.annotations.NullMarked;
