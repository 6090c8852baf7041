/** Reads the shipped content, YAML in a folder, into a catalog revision, and says where it is wrong. */
@NullMarked
package dev.demarc.catalog.content;

import org.jspecify.annotations.NullMarked;
