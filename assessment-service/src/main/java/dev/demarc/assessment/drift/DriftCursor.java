package dev.demarc.assessment.drift;

import dev.demarc.shell.problem.RefusedValueException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in the list of what moved, opaque to callers.
 *
 * @param until what the first page ended at, so that later moves do not shift the pages
 * @param at when the last stored move moved that was given, in microseconds
 * @param no the last stored move's number
 * @param workloads how many moves of workloads were given
 */
public record DriftCursor(Instant until, long at, long no, int workloads) {
    private static final byte VERSION = 2;
    private static final long LAST = micros(Instant.parse("9999-12-31T23:59:59Z"));
    private static final int BYTES = 1 + 2 * Integer.BYTES + 3 * Long.BYTES;

    /** Before the first of all that moved until an instant. */
    public static DriftCursor start(Instant until) {
        return new DriftCursor(until, micros(until), Long.MAX_VALUE, 0);
    }

    static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1000L);
    }

    /** @param filter the fingerprint of the list's request */
    String text(int filter) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .put(VERSION)
                .putInt(filter)
                .putLong(micros(until))
                .putLong(at)
                .putLong(no)
                .putInt(workloads);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws RefusedValueException where the text is no cursor, or one of another list */
    static DriftCursor of(Optional<String> text, int filter, Instant now) {
        return text.map(given -> parse(given, filter)).orElseGet(() -> start(now));
    }

    private static DriftCursor parse(String text, int filter) {
        ByteBuffer bytes = ByteBuffer.wrap(decoded(text));
        if (bytes.remaining() != BYTES || bytes.get() != VERSION) {
            throw refused(text);
        }
        if (bytes.getInt() != filter) {
            throw new RefusedValueException("cursor", text, "a cursor of a list with the same filter");
        }
        long until = bytes.getLong();
        long at = bytes.getLong();
        long no = bytes.getLong();
        int workloads = bytes.getInt();
        if (until < 0 || until > LAST || at < 0 || at > until || workloads < 0) {
            throw refused(text);
        }
        return new DriftCursor(instant(until), at, no, workloads);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw refused(text);
        }
    }

    private static RefusedValueException refused(String text) {
        return new RefusedValueException("cursor", text, "what a page gave as next");
    }
}
