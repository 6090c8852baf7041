package dev.demarc.gateway.answer;

import dev.demarc.contracts.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A JSON answer, serialised and compressed once; its strong tag is made of its content, so that it survives restarts and
 * tells replicas' answers alike.
 */
public final class Representation {
    private static final int TAG_BYTES = 12;

    private final byte[] gzip;
    private final String digest;

    private Representation(byte[] gzip, String digest) {
        this.gzip = gzip;
        this.digest = digest;
    }

    public static Representation of(Object value) {
        byte[] json = Json.bytes(value);
        return new Representation(pack(json), digest(json));
    }

    /** The entity tag of one coding of the content: two codings must not share a strong tag. */
    String tag(boolean compressed) {
        return compressed ? '"' + digest + "-gzip\"" : '"' + digest + '"';
    }

    byte[] compressed() {
        return gzip;
    }

    byte[] plain() {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a representation cannot be unpacked", e);
        }
    }

    private static byte[] pack(byte[] json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(json.length / 2 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a representation cannot be packed", e);
        }
        return out.toByteArray();
    }

    private static String digest(byte[] json) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json);
            return HexFormat.of().formatHex(Arrays.copyOf(hash, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
