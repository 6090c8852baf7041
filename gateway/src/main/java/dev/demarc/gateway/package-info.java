/** The one door: the REST API, the dashboard and who may ask. */
@NullMarked
package dev.demarc.gateway;

import org.jspecify.annotations.NullMarked;
