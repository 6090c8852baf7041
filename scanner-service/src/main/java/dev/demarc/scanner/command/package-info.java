/** The short-lived scanner of the command line: scan and import. */
@NullMarked
package dev.demarc.scanner.command;

import org.jspecify.annotations.NullMarked;
