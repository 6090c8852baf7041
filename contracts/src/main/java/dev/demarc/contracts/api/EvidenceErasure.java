package dev.demarc.contracts.api;

import org.jspecify.annotations.Nullable;

/**
 * Why the bytes of an evidence file are to be erased.
 *
 * @param by who erases them
 * @param reason kept with the file's record for good
 */
public record EvidenceErasure(@Nullable String by, @Nullable String reason) {}
