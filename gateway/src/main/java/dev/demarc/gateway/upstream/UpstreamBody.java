package dev.demarc.gateway.upstream;

import io.vertx.core.http.HttpClientResponse;

/** The body of a service's answer, paused until somebody writes it on. */
record UpstreamBody(HttpClientResponse response) {}
