package dev.demarc.gateway.problem;

import dev.demarc.contracts.Problem;
import org.jspecify.annotations.Nullable;

/** Every kind of problem that the gateway itself answers with; those of the services behind it pass through. */
public enum ProblemType {
    BAD_REQUEST("bad-request", "The request is not understood", 400),
    FOREIGN_HOST("foreign-host", "The gateway does not go by this host name", 403),
    FOREIGN_ORIGIN("foreign-origin", "Another site's page may not change anything here", 403),
    NOT_FOUND("not-found", "There is no such thing", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", "The method is not allowed here", 405),
    NOT_ACCEPTABLE("not-acceptable", "No accepted media type can be given", 406),
    CONFLICT("conflict", "The state does not allow this", 409),
    TOO_LARGE("too-large", "The request is too large", 413),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "The media type of the request is not understood", 415),
    INTERNAL("internal", "Something went wrong inside", 500),
    SERVICE_BROKEN("service-broken", "A service behind the gateway gave no proper answer", 502),
    NOT_READY("not-ready", "What the answer needs is not in memory yet", 503),
    SERVICE_AWAY("service-away", "A service behind the gateway cannot be reached", 503),
    TOO_MANY("too-many", "As many as fit are served already", 503),
    SERVICE_SLOW("service-slow", "A service behind the gateway did not answer in time", 504);

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

    public int status() {
        return status;
    }

    public Problem problem(String detail) {
        return problem(detail, null);
    }

    Problem problem(String detail, @Nullable String field) {
        return new Problem("/problems/" + name, title, status, detail, field);
    }
}
