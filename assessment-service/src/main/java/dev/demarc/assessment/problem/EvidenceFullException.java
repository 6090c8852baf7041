package dev.demarc.assessment.problem;

/** There is no room for another evidence file. */
public final class EvidenceFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EvidenceFullException(String detail) {
        super(detail);
    }
}
