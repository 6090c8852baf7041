/** What the description of the API says beside the signatures: an example of every answer, the problems. */
@NullMarked
package dev.demarc.gateway.openapi;

import org.jspecify.annotations.NullMarked;
