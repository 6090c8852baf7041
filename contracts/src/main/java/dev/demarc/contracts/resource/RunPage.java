package dev.demarc.contracts.resource;

import dev.demarc.contracts.Require;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * A numbered page of a run's resource ids.
 *
 * @param page from 0
 * @param rids the {@link ResourceKey#rid()} of each resource, big-endian, 8 bytes each, at most {@value #LIMIT}, in
 *     Base64
 */
public record RunPage(Scope scope, RunId run, int page, String rids) {
    public static final int LIMIT = 20_000;

    public RunPage {
        Require.present(scope, "scope");
        Require.present(run, "run");
        Require.atLeast(0, page, "page");
        int bytes = Base64.getDecoder().decode(Require.present(rids, "rids")).length;
        if (bytes % Long.BYTES != 0 || bytes > LIMIT * Long.BYTES) {
            throw new IllegalArgumentException(
                    "rids has %d bytes; accepted: a multiple of 8 up to %d".formatted(bytes, LIMIT * Long.BYTES));
        }
    }

    public static RunPage of(Scope scope, RunId run, int page, long[] rids) {
        ByteBuffer bytes = ByteBuffer.allocate(rids.length * Long.BYTES);
        bytes.asLongBuffer().put(rids);
        return new RunPage(scope, run, page, Base64.getEncoder().encodeToString(bytes.array()));
    }

    public long[] unpacked() {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(rids));
        long[] unpacked = new long[bytes.remaining() / Long.BYTES];
        bytes.asLongBuffer().get(unpacked);
        return unpacked;
    }
}
