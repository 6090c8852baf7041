package dev.demarc.scanner.snapshot;

import java.io.IOException;

/** A file that is not of an accepted form, or does not go on as its form demands: nothing behind the place can be read. */
final class UnreadableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableFileException(String message) {
        super(message);
    }
}
