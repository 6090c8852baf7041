package dev.demarc.assessment.act;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.shell.problem.RefusedValueException;

/** Reads what people send with their acts. */
public final class Bodies {
    private Bodies() {}

    /** @throws RefusedValueException where it is not the record's JSON */
    public static <T> T read(byte[] body, Class<T> type) {
        try {
            return Json.read(body, type);
        } catch (MalformedRecordException | IllegalArgumentException e) {
            throw new RefusedValueException("body", String.valueOf(e.getMessage()), "a JSON object as described");
        }
    }
}
