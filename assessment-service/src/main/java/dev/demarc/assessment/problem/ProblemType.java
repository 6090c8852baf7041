package dev.demarc.assessment.problem;

import dev.demarc.contracts.Problem;
import org.jspecify.annotations.Nullable;

/** Every kind of problem that this service answers with. */
enum ProblemType {
    BAD_REQUEST("bad-request", "The request is not understood", 400),
    FORBIDDEN("forbidden", "This is not allowed", 403),
    NOT_FOUND("not-found", "There is no such thing", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", "The method is not allowed here", 405),
    NOT_ACCEPTABLE("not-acceptable", "No accepted media type can be given", 406),
    CONFLICT("conflict", "The state does not allow this", 409),
    TOO_LARGE("too-large", "The request is too large", 413),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "The media type of the request is not understood", 415),
    INTERNAL("internal", "Something went wrong inside", 500),
    UNAVAILABLE("unavailable", "The service cannot answer now", 503);

    private final String name;
    private final String title;
    private final int status;

    ProblemType(String name, String title, int status) {
        this.name = name;
        this.title = title;
        this.status = status;
    }

    static ProblemType ofStatus(int status) {
        for (ProblemType type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status < INTERNAL.status ? BAD_REQUEST : INTERNAL;
    }

    int status() {
        return status;
    }

    Problem problem(String detail, @Nullable String field) {
        return new Problem("/problems/" + name, title, status, detail, field);
    }
}
