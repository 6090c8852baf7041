package dev.demarc.contracts.resource;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Require;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names one resource everywhere: its scope and the first 64 bits of the SHA-256 of {@code account/region/type/id}.
 * Written so that it stands in a URL as it is: {@code 111122223333.eu-central-1.AWS-S3-Bucket.0123456789abcdef}.
 */
public record ResourceKey(Scope scope, long rid) {
    private static final Pattern TEXT = Pattern.compile("[^.]+\\.[^.]+\\.[^.]+\\.[0-9a-f]{16}");
    private static final String MEANT =
            "account, region, type with dashes and 16 hexadecimal digits, with dots between";

    public static ResourceKey of(Scope scope, String resourceId) {
        return new ResourceKey(scope, rid(scope, resourceId));
    }

    public static long rid(Scope scope, String resourceId) {
        byte[] key = (scope + "/" + resourceId).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(sha256().digest(key)).getLong();
    }

    @JsonCreator
    public static ResourceKey parse(String text) {
        String[] parts = Require.matching(TEXT, text, "resource key", MEANT).split("\\.", -1);
        return new ResourceKey(
                new Scope(parts[0], parts[1], parts[2].replace("-", "::")), HexFormat.fromHexDigitsToLong(parts[3]));
    }

    @JsonValue
    @Override
    public String toString() {
        return String.join(
                ".",
                scope.account(),
                scope.region(),
                scope.type().replace("::", "-"),
                HexFormat.of().toHexDigits(rid));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
