/** Who may see and do what: roles, what they reach, and the grant that a request is made with. */
@NullMarked
package dev.demarc.contracts.access;

import org.jspecify.annotations.NullMarked;
