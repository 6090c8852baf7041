package dev.demarc.assessment.resource;

/**
 * A resource configuration's JSON, compressed with zstd.
 *
 * @param dictionary which {@code zstd_dictionary} it was compressed with, 0 for none
 */
@SuppressWarnings("ArrayRecordComponent") // hot path; never compared
public record PackedConfiguration(short dictionary, byte[] bytes) {}
