package dev.demarc.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;

/** Bytes that are no record of the expected type; terminal: reading them again cannot help. */
public final class MalformedRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedRecordException(Class<?> expected, IOException cause) {
        super("not a %s: %s".formatted(expected.getSimpleName(), reason(cause)), cause);
    }

    private static String reason(IOException cause) {
        return cause instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : String.valueOf(cause.getMessage());
    }
}
