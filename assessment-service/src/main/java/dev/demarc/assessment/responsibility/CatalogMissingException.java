package dev.demarc.assessment.responsibility;

/** No catalog revision has come over the bus yet; retryable. */
public final class CatalogMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CatalogMissingException() {
        super("No catalog revision has come over the bus yet; catalog-service publishes one when it starts");
    }
}
