package dev.demarc.assessment.publish;

import dev.demarc.shell.loop.RetryableException;

/** Another publisher holds the shard; ends this one's work on it. */
final class LeaseLostException extends RetryableException {
    private static final long serialVersionUID = 1L;

    LeaseLostException(int shard) {
        super("the lease of shard %d is held by another publisher".formatted(shard));
    }
}
