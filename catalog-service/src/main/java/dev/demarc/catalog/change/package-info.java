/** Makes one catalog of others and tells two apart: edits, the merge with shipped content, differences; pure. */
@NullMarked
package dev.demarc.catalog.change;

import org.jspecify.annotations.NullMarked;
