package dev.demarc.scanner.canonical;

import dev.demarc.contracts.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * 128 bits over a resource's key and canonical form, without the time of its observation, keyed with the deployment's
 * key: who writes a configuration cannot make one that passes for another.
 */
final class CanonicalDigest {
    /** Rises when the canonical form or this digest changes, so that nothing old passes for unchanged. */
    static final int VERSION = 2;

    private static final int BYTES = 16;

    private final KeyedHash hash;

    CanonicalDigest(KeyedHash deployment) {
        this.hash = deployment.derived("digest of canonical forms");
    }

    /**
     * @param json of a whole resource, whose last member is the time of its observation
     * @throws IllegalArgumentException where it is not
     */
    String of(byte[] json, Instant observedAt) {
        byte[] time = Json.bytes(observedAt);
        int end = json.length - time.length - 1;
        if (end < 0 || !Arrays.equals(json, end, json.length - 1, time, 0, time.length)) {
            throw new IllegalArgumentException("the JSON of a resource does not end with the time of its observation");
        }
        return VERSION + ":" + HexFormat.of().formatHex(hash.bytes(json, end, BYTES));
    }
}
