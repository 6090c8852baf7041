/** What a run of a scope puts on the bus: its begin, resource configurations, pages of ids, its end. */
@NullMarked
package dev.demarc.contracts.resource;

import org.jspecify.annotations.NullMarked;
