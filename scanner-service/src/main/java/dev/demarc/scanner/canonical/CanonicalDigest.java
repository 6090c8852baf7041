package dev.demarc.scanner.canonical;

import dev.demarc.contracts.resource.ResourceConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** 128 bits over a resource's key and canonical form, without the time of its observation. */
public final class CanonicalDigest {
    /** Rises when the canonical form or this digest changes, so that nothing old passes for unchanged. */
    static final int VERSION = 1;

    private static final int BYTES = 16;

    private CanonicalDigest() {}

    /** As the header carries it: the version, a colon, 32 hexadecimal digits. */
    public static String of(ResourceConfiguration item) {
        MessageDigest sha256 = sha256();
        sha256.update((item.scope() + "/" + item.resourceId()).getBytes(StandardCharsets.UTF_8));
        Object[] form = {
            item.arn(),
            item.resourceName(),
            item.tags(),
            item.configuration(),
            item.supplementaryConfiguration(),
            item.relationships(),
            item.unread()
        };
        for (@Nullable Object part : form) {
            sha256.update((byte) 0);
            sha256.update(Trees.sortedJson(part));
        }
        return VERSION + ":" + HexFormat.of().formatHex(Arrays.copyOf(sha256.digest(), BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
