/** An account's or an organisation's posture by the requirements of a framework. */
@NullMarked
package dev.demarc.gateway.framework;

import org.jspecify.annotations.NullMarked;
