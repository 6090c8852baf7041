package dev.demarc.engine.path;

import org.jspecify.annotations.Nullable;

/**
 * What stands at a path of a resource's configuration.
 *
 * @param value the JSON value, null unless read
 */
public record Evidence(
        ConfigurationPath path, State state, @Nullable Object value) {
    /** What is known of the path. */
    public enum State {
        READ,
        /** AWS says that nothing is there. */
        NONE,
        /** Nobody asked. */
        ABSENT,
        /** Reading was refused. */
        UNREAD
    }
}
