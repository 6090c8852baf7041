package dev.demarc.assessment.listing;

import dev.demarc.shell.problem.RefusedValueException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in a list, opaque to callers: the last item that was given. It belongs to the list's filter.
 *
 * @param phase which part of the list
 * @param control 0 in lists of resources
 */
public record Cursor(int phase, int scope, long rid, int control) {
    /** Before the first item. */
    public static final Cursor START = new Cursor(0, 0, Long.MIN_VALUE, 0);

    private static final byte VERSION = 1;
    private static final int BYTES = 1 + Integer.BYTES + 1 + Integer.BYTES + Long.BYTES + Short.BYTES;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** Before the first item of a part. */
    public static Cursor startOf(int phase) {
        return new Cursor(phase, 0, Long.MIN_VALUE, 0);
    }

    /** @param filter {@link QueryParameters#fingerprint} of the list's request */
    public String text(int filter) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .put(VERSION)
                .putInt(filter)
                .put((byte) phase)
                .putInt(scope)
                .putLong(rid)
                .putShort((short) control);
        return ENCODER.encodeToString(bytes.array());
    }

    /** @throws RefusedValueException where the text is no cursor, or one of another list */
    public static Cursor of(Optional<String> text, int filter) {
        return text.map(given -> parse(given, filter)).orElse(START);
    }

    private static Cursor parse(String text, int filter) {
        ByteBuffer bytes = ByteBuffer.wrap(decoded(text));
        if (bytes.remaining() != BYTES || bytes.get() != VERSION) {
            throw refused(text);
        }
        if (bytes.getInt() != filter) {
            throw new RefusedValueException("cursor", text, "a cursor of a list with the same filter");
        }
        Cursor cursor = new Cursor(bytes.get(), bytes.getInt(), bytes.getLong(), bytes.getShort());
        if (cursor.phase < 0 || cursor.scope < 0 || cursor.control < 0) {
            throw refused(text);
        }
        return cursor;
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
