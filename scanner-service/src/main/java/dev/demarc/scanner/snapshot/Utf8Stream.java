package dev.demarc.scanner.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Characters as bytes of UTF-8. */
final class Utf8Stream extends InputStream {
    private static final int CHARACTERS = 1 << 13;

    private final Reader characters;
    private final char[] buffer = new char[CHARACTERS + 1];
    private byte[] encoded = new byte[0];
    private int next;

    Utf8Stream(Reader characters) {
        this.characters = characters;
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? encoded[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, encoded.length - next);
        System.arraycopy(encoded, next, target, offset, count);
        next += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        characters.close();
    }

    private boolean hasMore() throws IOException {
        while (next == encoded.length) {
            int count = characters.read(buffer, 0, CHARACTERS);
            if (count < 0) {
                return false;
            }
            if (count > 0 && Character.isHighSurrogate(buffer[count - 1])) {
                int low = characters.read();
                if (low >= 0) {
                    buffer[count++] = (char) low;
                }
            }
            encoded = new String(buffer, 0, count).getBytes(StandardCharsets.UTF_8);
            next = 0;
        }
        return true;
    }
}
