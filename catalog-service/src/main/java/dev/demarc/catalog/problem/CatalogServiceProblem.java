package dev.demarc.catalog.problem;

import dev.demarc.shell.problem.ProblemType;

/** The kinds of problem that only this service answers with. */
enum CatalogServiceProblem implements ProblemType {
    INVALID_CATALOG("invalid-catalog", "The change would make the catalog invalid", 400);

    private final String id;
    private final String title;
    private final int status;

    CatalogServiceProblem(String id, String title, int status) {
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
