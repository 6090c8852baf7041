package dev.demarc.gateway.problem;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Writes problems where no endpoint is at work. */
public final class Problems {
    private Problems() {}

    public static void answer(RoutingContext context, ProblemType type, String detail) {
        Problem problem = type.problem(detail);
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(Json.bytes(problem)));
    }
}
