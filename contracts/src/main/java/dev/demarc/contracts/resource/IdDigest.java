package dev.demarc.contracts.resource;

import java.util.HexFormat;

/** A digest over a run's ids that does not depend on their order or on how they were cut into pages. */
public final class IdDigest {
    private long sum;
    private long mixed;

    public void add(long rid) {
        sum += rid;
        mixed += mix(rid);
    }

    public String hex() {
        return HexFormat.of().toHexDigits(sum) + HexFormat.of().toHexDigits(mixed);
    }

    /** The finalizer of SplitMix64, so that ids which cancel out in the sum do not cancel out here. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
