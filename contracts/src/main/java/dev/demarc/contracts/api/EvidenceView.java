package dev.demarc.contracts.api;

import org.jspecify.annotations.Nullable;

/**
 * A configuration path and what stands there.
 *
 * @param state whether the value was read, AWS has none, nobody asked, or reading was refused
 * @param value the JSON value, null unless read
 */
public record EvidenceView(
        String path, State state, @Nullable Object value) {
    /** What is known of the path. */
    public enum State {
        READ,
        NONE,
        ABSENT,
        UNREAD
    }
}
