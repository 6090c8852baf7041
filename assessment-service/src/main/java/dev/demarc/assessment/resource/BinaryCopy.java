package dev.demarc.assessment.resource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the binary format of PostgreSQL's COPY.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, binary format</a>
 */
final class BinaryCopy {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final long POSTGRES_EPOCH =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final int INT2_OID = 21;
    private static final int NULL = -1;

    private byte[] bytes = new byte[1 << 16];
    private ByteBuffer buffer = ByteBuffer.wrap(bytes);

    BinaryCopy() {
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    void row(int columns) {
        room(2).putShort((short) columns);
    }

    void int2(int value) {
        room(6).putInt(2).putShort((short) value);
    }

    void int4(int value) {
        room(8).putInt(4).putInt(value);
    }

    void int8(long value) {
        room(12).putInt(8).putLong(value);
    }

    void instant(@Nullable Instant value) {
        if (value == null) {
            room(4).putInt(NULL);
        } else {
            int8(micros(value));
        }
    }

    void uuid(UUID value) {
        room(20).putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    }

    void text(@Nullable String value) {
        if (value == null) {
            room(4).putInt(NULL);
        } else {
            bytes(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    void bytes(byte[] value) {
        room(4 + value.length).putInt(value.length).put(value);
    }

    void int2Array(int[] values) {
        if (values.length == 0) {
            room(16).putInt(12).putInt(0).putInt(0).putInt(INT2_OID);
            return;
        }
        room(24 + values.length * 6)
                .putInt(20 + values.length * 6)
                .putInt(1)
                .putInt(0)
                .putInt(INT2_OID);
        buffer.putInt(values.length).putInt(1);
        for (int value : values) {
            buffer.putInt(2).putShort((short) value);
        }
    }

    /** Hands over everything; nothing may follow. */
    void endTo(CopyIn copy) throws SQLException {
        room(2).putShort((short) -1);
        try {
            copy.writeToCopy(bytes, 0, buffer.position());
            copy.endCopy();
        } finally {
            // a copy that is left open would make the rollback wait for its end for ever
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static long micros(Instant value) {
        return (value.getEpochSecond() - POSTGRES_EPOCH) * 1_000_000 + value.getNano() / 1000;
    }

    private ByteBuffer room(int wanted) {
        if (buffer.remaining() < wanted) {
            int position = buffer.position();
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, position + wanted));
            buffer = ByteBuffer.wrap(bytes).position(position);
        }
        return buffer;
    }
}
