package dev.demarc.assessment.problem;

/** No catalog revision has come over the bus yet; retryable. */
public final class CatalogMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CatalogMissingException() {
        super("No catalog revision has come over the bus yet; catalog-service publishes one when it starts");
    }
}
