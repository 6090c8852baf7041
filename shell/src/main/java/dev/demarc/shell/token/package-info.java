/** Who of the platform calls whom: short-lived tokens, signed with the deployment's key. */
@NullMarked
package dev.demarc.shell.token;

import org.jspecify.annotations.NullMarked;
