package dev.demarc.engine.expression;

import java.util.function.Supplier;

/** Turns a core's refusal of what it was given into the reason why an expression has no answer. */
final class Refusals {
    private Refusals() {}

    static <T> T asUnreadable(Supplier<T> question) {
        try {
            return question.get();
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(String.valueOf(e.getMessage()));
        }
    }
}
