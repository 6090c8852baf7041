package dev.demarc.catalog.revision;

import java.time.Instant;

/**
 * A revision without its content.
 *
 * @param digest SHA-256 of its canonical JSON, in hexadecimal digits
 */
public record RevisionSummary(int number, Instant publishedAt, String digest, Cause cause) {}
