package dev.demarc.engine.expression;

/** A text that is no expression over a resource; the message says where and why. */
public final class InvalidExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidExpressionException(String text, Exception cause) {
        super("'%s' is no expression: %s".formatted(text, cause.getMessage()), cause);
    }
}
