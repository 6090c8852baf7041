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
    /** AWS takes 16 KiB, which a script packs into at a tenth of its size. */
    private static final int MOST_BYTES = SecretText.MOST_CHARACTERS;

    private UserData() {}

    /**
     * @throws IllegalArgumentException where it is not Base64, packed and damaged, or longer than any script: then
     *     nothing is said of it
     */
    public static boolean hasSecret(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the user data is not Base64", e);
        }
        byte[] script = unpacked(bytes);
        if (script.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "the user data is larger than %d KiB once unpacked; accepted: less".formatted(MOST_BYTES >> 10));
        }
        return SecretText.in(new String(script, StandardCharsets.UTF_8));
    }

    /** At most one byte more than is accepted. */
    private static byte[] unpacked(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != GZIP_MAGIC_1 || bytes[1] != GZIP_MAGIC_2) {
            return bytes;
        }
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new IllegalArgumentException("the user data is packed and damaged", e);
        }
    }
}
