/** What the features of the scanner share: how they are put together and configured. */
@NullMarked
package dev.demarc.scanner;

import org.jspecify.annotations.NullMarked;
