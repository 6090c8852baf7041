/** Accounts, scan requests, tasks and progress. */
@NullMarked
package dev.demarc.contracts.scan;

import org.jspecify.annotations.NullMarked;
