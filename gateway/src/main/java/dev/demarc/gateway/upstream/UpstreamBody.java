package dev.demarc.gateway.upstream;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;

/**
 * The body of a service's answer, paused until somebody writes it on.
 *
 * @param drop lets go of what is left of it
 * @param patience how long whoever reads it may take nothing
 */
record UpstreamBody(HttpClientResponse response, Runnable drop, Duration patience, Vertx vertx) {}
