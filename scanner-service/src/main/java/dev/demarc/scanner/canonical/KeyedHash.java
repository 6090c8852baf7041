package dev.demarc.scanner.canonical;

import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 with the deployment's key: the same value has the same hash within one deployment, and only there. */
public final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;
    private static final int ALL_BYTES = 32;
    private static final Pattern HASH = Pattern.compile("hmac:[0-9a-f]{32}");

    private final SecretKeySpec key;

    /** @param key at least 16 bytes that nobody else knows */
    public KeyedHash(byte[] key) {
        if (key.length < BYTES) {
            throw new IllegalArgumentException(
                    "the deployment's key has %d bytes; accepted: %d or more".formatted(key.length, BYTES));
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** With a key of its own for another purpose: what is made with it tells nothing of what is made with this one. */
    KeyedHash derived(String purpose) {
        byte[] label = purpose.getBytes(StandardCharsets.UTF_8);
        return new KeyedHash(bytes(label, label.length, ALL_BYTES));
    }

    /** {@code hmac:} and 32 hexadecimal digits; what is a hash already, in a file that was scrubbed, stays. */
    public String of(String value) {
        if (HASH.matches(value)) {
            return value;
        }
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        return "hmac:" + HexFormat.of().formatHex(bytes(text, text.length, BYTES));
    }

    /**
     * @param end where the text ends
     * @param count of bytes that are wanted
     */
    byte[] bytes(byte[] text, int end, int count) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(text, 0, end);
            return Arrays.copyOf(mac.doFinal(), count);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
