package dev.demarc.contracts.api;

import java.time.Instant;

/**
 * A file that bears out a statement, stored with its hash.
 *
 * @param size in bytes, at most 10 MB
 * @param sha256 64 hexadecimal digits
 */
public record EvidenceFileView(
        String id, String name, String mediaType, long size, String sha256, Instant uploadedAt) {}
