package dev.demarc.scanner.problem;

import dev.demarc.contracts.Problem;
import org.jspecify.annotations.Nullable;

/** Every problem that the scanner answers with. */
enum ProblemType {
    BAD_REQUEST("/problems/bad-request", "The request is not accepted", 400),
    NOT_FOUND("/problems/not-found", "There is nothing here", 404),
    METHOD_NOT_ALLOWED("/problems/method-not-allowed", "This method is not offered here", 405),
    NOT_ACCEPTABLE("/problems/not-acceptable", "This media type is not offered", 406),
    UNSUPPORTED_MEDIA_TYPE("/problems/unsupported-media-type", "This media type is not read", 415),
    INTERNAL("/problems/internal", "The scanner failed", 500),
    UNAVAILABLE("/problems/unavailable", "What the scanner depends on is away", 503);

    private final String type;
    private final String title;
    private final int status;

    ProblemType(String type, String title, int status) {
        this.type = type;
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

    Problem with(String detail, @Nullable String field) {
        return new Problem(type, title, status, detail, field);
    }
}
