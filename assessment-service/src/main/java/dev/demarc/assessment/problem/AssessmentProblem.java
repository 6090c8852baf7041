package dev.demarc.assessment.problem;

import dev.demarc.shell.problem.ProblemType;

/** The kinds of problem that only this service answers with. */
enum AssessmentProblem implements ProblemType {
    EVIDENCE_FULL("evidence-full", "There is no room for more evidence", 409),
    EVIDENCE_ERASED("evidence-erased", "The bytes of the file are erased", 410),
    TOO_LONG("too-long", "The answer would take too long", 503);

    private final String id;
    private final String title;
    private final int status;

    AssessmentProblem(String id, String title, int status) {
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
