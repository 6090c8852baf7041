/** What is read of each resource type: one file a type. */
@NullMarked
package dev.demarc.scanner.collector;

import org.jspecify.annotations.NullMarked;
