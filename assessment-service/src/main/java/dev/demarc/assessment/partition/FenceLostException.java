package dev.demarc.assessment.partition;

import dev.demarc.shell.loop.RetryableException;

/** The partition is not ours any more, or not as we left it: nothing was written, and it must be taken anew. */
final class FenceLostException extends RetryableException {
    private static final long serialVersionUID = 1L;

    FenceLostException(String message) {
        super(message);
    }
}
