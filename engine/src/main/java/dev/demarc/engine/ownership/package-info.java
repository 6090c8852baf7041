/** Which team owns an account or a resource. */
@NullMarked
package dev.demarc.engine.ownership;

import org.jspecify.annotations.NullMarked;
