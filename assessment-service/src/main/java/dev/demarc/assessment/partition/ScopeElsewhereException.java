package dev.demarc.assessment.partition;

import dev.demarc.shell.loop.RetryableException;

/** A scope's records come to another partition than the one that it is of, which has not read all that came before. */
final class ScopeElsewhereException extends RetryableException {
    private static final long serialVersionUID = 1L;

    ScopeElsewhereException(String message) {
        super(message);
    }
}
