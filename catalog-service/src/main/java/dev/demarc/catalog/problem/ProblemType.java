package dev.demarc.catalog.problem;

import dev.demarc.contracts.Problem;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Every kind of problem that this service answers with. */
enum ProblemType {
    BAD_REQUEST(400, "bad-request", "The request is not understood"),
    INVALID_CATALOG(400, "invalid-catalog", "The change would make the catalog invalid"),
    NOT_FOUND(404, "not-found", "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "not-acceptable", "The answer cannot be given in that form"),
    CONFLICT(409, "conflict", "The catalog changed in between"),
    TOO_LARGE(413, "too-large", "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The media type is not supported"),
    UNAVAILABLE(503, "unavailable", "The database is not available"),
    INTERNAL(500, "internal", "The service failed");

    private final int status;
    private final String name;
    private final String title;

    ProblemType(int status, String name, String title) {
        this.status = status;
        this.name = name;
        this.title = title;
    }

    static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status >= 500 ? INTERNAL : BAD_REQUEST);
    }

    Response answer(String detail, @Nullable String field) {
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem("/problems/" + name, title, status, detail, field))
                .build();
    }
}
