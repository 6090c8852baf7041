package dev.demarc.engine.expression;

import org.jspecify.annotations.Nullable;

/** What an expression says of a resource: yes, no, or, with {@code obstacle}, that it cannot tell. */
public record Answer(boolean holds, @Nullable Obstacle obstacle) {
    static final Answer YES = new Answer(true, null);
    static final Answer NO = new Answer(false, null);

    static Answer blockedBy(Obstacle obstacle) {
        return new Answer(false, obstacle);
    }

    /**
     * What stood in the way of an answer.
     *
     * @param path the configuration path, as exact as it is known
     * @param permission the IAM action that would mend it, where one would
     */
    public record Obstacle(
            String path, String reason, @Nullable String permission) {}
}
