package dev.demarc.catalog.content;

/**
 * One thing that is wrong with a catalog.
 *
 * @param path where, such as {@code controls[s3-bucket-not-public].layer}; in shipped content with its file before it
 * @param reason what stands there and what is accepted
 */
public record CatalogProblem(String path, String reason) {
    CatalogProblem in(String file) {
        return new CatalogProblem(file + ": " + path, reason);
    }

    @Override
    public String toString() {
        return path + ": " + reason;
    }
}
