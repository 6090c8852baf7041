package dev.demarc.scanner.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;

/** Says what is wrong with an item without repeating a value of it. */
final class Faults {
    private Faults() {}

    /** Of what is no JSON. */
    static String malformed(JsonProcessingException e) {
        if (e instanceof JsonEOFException) {
            return "malformed JSON: it ends in the middle of a value";
        }
        long column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
        return "malformed JSON at column " + column;
    }

    /** Of JSON that is not what its record demands. */
    static String of(JsonProcessingException e) {
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "%s is not %s".formatted(path(mismatch), accepted(mismatch.getTargetType()));
        }
        return e.getCause() instanceof IllegalArgumentException refusal
                ? String.valueOf(refusal.getMessage())
                : "malformed JSON";
    }

    private static String accepted(Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (type == Instant.class) {
            return "a time as RFC 3339";
        }
        return type == String.class ? "text" : "an object";
    }

    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "the item" : path;
    }
}
