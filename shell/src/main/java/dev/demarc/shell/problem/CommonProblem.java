package dev.demarc.shell.problem;

/** The kinds of problem that every service answers with. */
public enum CommonProblem implements ProblemType {
    BAD_REQUEST("bad-request", "The request is not understood", 400),
    NO_TOKEN("no-token", "The call is not one of the platform's parts", 401),
    FORBIDDEN("forbidden", "This is not allowed", 403),
    FOREIGN_HOST("foreign-host", "The service does not go by this host name", 403),
    FOREIGN_ORIGIN("foreign-origin", "Another site's page may not ask for this", 403),
    NOT_FOUND("not-found", "There is no such thing", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", "The method is not allowed here", 405),
    NOT_ACCEPTABLE("not-acceptable", "No accepted media type can be given", 406),
    CONFLICT("conflict", "The state does not allow this", 409),
    TOO_LARGE("too-large", "The request is too large", 413),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "The media type of the request is not understood", 415),
    INTERNAL("internal", "Something went wrong inside", 500),
    UNAVAILABLE("unavailable", "What the answer needs is away now", 503);

    private final String id;
    private final String title;
    private final int status;

    CommonProblem(String id, String title, int status) {
        this.id = id;
        this.title = title;
        this.status = status;
    }

    /** The kind for what a framework answers with a status alone. */
    static CommonProblem ofStatus(int status) {
        return switch (status) {
            case 401 -> NO_TOKEN;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> UNAVAILABLE;
            default -> status < INTERNAL.status ? BAD_REQUEST : INTERNAL;
        };
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }
}
