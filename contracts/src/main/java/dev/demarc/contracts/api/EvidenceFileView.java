package dev.demarc.contracts.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that bears out a statement, stored with its hash.
 *
 * @param mediaType what the file was found to hold
 * @param size in bytes, at most 10 MB
 * @param sha256 64 hexadecimal digits
 * @param erased who has erased its bytes, null while they are kept
 */
public record EvidenceFileView(
        String id,
        String name,
        String mediaType,
        long size,
        String sha256,
        Instant uploadedAt,
        @Nullable Erased erased) {
    /** @param by who erased the bytes, as stated; {@code demarc} for the service itself */
    public record Erased(String by, Instant at, String reason) {}
}
