package dev.demarc.shell.token;

import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/** The deployment's key, with which its parts sign and check tokens: at least 32 bytes that nobody else has. */
public final class EdgeKey {
    /** The environment variable and, in lower case with dots, the setting that holds it. */
    public static final String VARIABLE = "DEMARC_EDGE_KEY";

    private static final int LEAST_BYTES = 32;

    private final SecretKeySpec key;

    private EdgeKey(byte[] bytes) {
        key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** @param base64 as {@code openssl rand -base64 32} prints it */
    public static EdgeKey of(String base64) {
        byte[] bytes = decoded(base64.strip());
        if (bytes.length < LEAST_BYTES) {
            throw new IllegalArgumentException("%s holds %d bytes; accepted: at least %d, as base64"
                    .formatted(VARIABLE, bytes.length, LEAST_BYTES));
        }
        return new EdgeKey(bytes);
    }

    SecretKeySpec key() {
        return key;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(VARIABLE + " is not base64; accepted: at least 32 bytes as base64", e);
        }
    }
}
