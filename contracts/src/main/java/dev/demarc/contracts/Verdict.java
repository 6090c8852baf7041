package dev.demarc.contracts;

/** What a control says of one resource. {@code UNKNOWN}: it could not be read or is too old. */
public enum Verdict {
    PASS,
    FAIL,
    UNKNOWN,
    NOT_APPLICABLE
}
