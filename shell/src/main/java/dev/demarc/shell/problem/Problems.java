package dev.demarc.shell.problem;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes problems, in endpoints and where none is at work. */
public final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final String NO_STORE = "no-store";

    private Problems() {}

    public static Response answer(ProblemType type, String detail) {
        return answer(type, detail, null);
    }

    /** @param field the parameter or member that is wrong, null where none is */
    public static Response answer(ProblemType type, String detail, @Nullable String field) {
        return builder(type, detail, field).build();
    }

    /** A problem that is gone when the request is sent again after a while. */
    public static Response later(ProblemType type, String detail, Duration after) {
        return builder(type, detail, null)
                .header(HttpHeaders.RETRY_AFTER, after.toSeconds())
                .build();
    }

    /** For what no mapper knows: the reason is ours, and stays in the log. */
    public static Response internal(Throwable e) {
        LOG.error("A request failed for a reason that is ours", e);
        return answer(CommonProblem.INTERNAL, "The service's log says what happened");
    }

    /** Does nothing where the answer has begun. */
    public static void answer(RoutingContext context, ProblemType type, String detail) {
        HttpServerResponse response = context.response();
        if (!response.ended() && !response.headWritten()) {
            response.setStatusCode(type.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
                    .end(Buffer.buffer(Json.bytes(type.problem(detail, null))));
        }
    }

    private static Response.ResponseBuilder builder(ProblemType type, String detail, @Nullable String field) {
        return Response.status(type.status())
                .type(Problem.MEDIA_TYPE)
                .entity(Json.bytes(type.problem(detail, field)))
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }
}
