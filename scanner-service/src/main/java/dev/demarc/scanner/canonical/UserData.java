package dev.demarc.scanner.canonical;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

/** Judges an instance's user data; nothing of it is kept. */
public final class UserData {
    private static final int GZIP_MAGIC_1 = 0x1f;
    private static final int GZIP_MAGIC_2 = (byte) 0x8b;
    private static final int MOST_BYTES = 1 << 20;

    private UserData() {}

    /** @throws IllegalArgumentException where it is not Base64, or packed and damaged */
    public static boolean hasSecret(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the user data is not Base64", e);
        }
        return SecretText.in(new String(unpacked(bytes), StandardCharsets.UTF_8));
    }

    private static byte[] unpacked(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != GZIP_MAGIC_1 || bytes[1] != GZIP_MAGIC_2) {
            return bytes;
        }
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            throw new IllegalArgumentException("the user data is packed and damaged", e);
        }
    }
}
