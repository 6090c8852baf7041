/** What the REST API answers with, beside the records that also travel the bus. */
@NullMarked
package dev.demarc.contracts.api;

import org.jspecify.annotations.NullMarked;
