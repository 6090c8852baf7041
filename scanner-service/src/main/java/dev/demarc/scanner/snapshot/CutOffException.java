package dev.demarc.scanner.snapshot;

import java.io.IOException;

/** A file that does not go on as its form demands: nothing behind this place can be read. */
final class CutOffException extends IOException {
    private static final long serialVersionUID = 1L;

    CutOffException(String message) {
        super(message);
    }
}
