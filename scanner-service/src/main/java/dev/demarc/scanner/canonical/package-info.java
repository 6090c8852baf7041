/** The one form of a resource whatever its source: names, times, documents, sets, secrets, digest; pure. */
@NullMarked
package dev.demarc.scanner.canonical;

import org.jspecify.annotations.NullMarked;
