package dev.demarc.gateway.problem;

import dev.demarc.shell.problem.ProblemType;

/** The kinds of problem that only the gateway answers with; those of the services behind it pass through. */
public enum GatewayProblem implements ProblemType {
    SERVICE_BROKEN("service-broken", "A service behind the gateway gave no proper answer", 502),
    NOT_READY("not-ready", "What the answer needs is not in memory yet", 503),
    SERVICE_AWAY("service-away", "A service behind the gateway cannot be reached", 503),
    TOO_MANY("too-many", "As many as fit are served already", 503),
    SERVICE_SLOW("service-slow", "A service behind the gateway did not answer in time", 504);

    private final String id;
    private final String title;
    private final int status;

    GatewayProblem(String id, String title, int status) {
        this.id = id;
        this.title = title;
        this.status = status;
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
