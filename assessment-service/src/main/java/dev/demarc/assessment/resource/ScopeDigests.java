package dev.demarc.assessment.resource;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The digests of one scope's resources by rid, all their 128 bits and the form: one array with three longs a resource,
 * open addressing, between a half and three quarters full. Where a rid stands depends on a number that nobody outside
 * knows, so that no choice of names makes it slow.
 */
final class ScopeDigests {
    private static final int WIDTH = 3;
    private static final int FIRST = 8;
    private static final long SEED = ThreadLocalRandom.current().nextLong();
    private static final long EMPTY = 0;

    private long[] slots = new long[FIRST * WIDTH];
    private int capacity = FIRST;
    private int size;
    private boolean hasZero;
    private long zeroHigh;
    private long zeroLow;

    boolean holds(long rid, Digest digest) {
        if (rid == EMPTY) {
            return hasZero && zeroHigh == digest.high() && zeroLow == low(digest);
        }
        int at = slot(rid) * WIDTH;
        return slots[at] == rid && slots[at + 1] == digest.high() && slots[at + 2] == low(digest);
    }

    boolean holds(long rid) {
        return rid == EMPTY ? hasZero : slots[slot(rid) * WIDTH] == rid;
    }

    /** Tells whether the rid is new. */
    boolean put(long rid, Digest digest) {
        if (rid == EMPTY) {
            boolean fresh = !hasZero;
            hasZero = true;
            zeroHigh = digest.high();
            zeroLow = low(digest);
            return fresh;
        }
        int at = slot(rid) * WIDTH;
        boolean fresh = slots[at] == EMPTY;
        set(at, rid, digest.high(), low(digest));
        if (fresh && ++size * 4L > capacity * 3L) {
            grow();
        }
        return fresh;
    }

    /** Tells whether the rid was there. */
    boolean remove(long rid) {
        if (rid == EMPTY) {
            boolean was = hasZero;
            hasZero = false;
            return was;
        }
        int slot = slot(rid);
        if (slots[slot * WIDTH] != rid) {
            return false;
        }
        set(slot * WIDTH, EMPTY, 0, 0);
        size--;
        closeGap(slot);
        return true;
    }

    int size() {
        return size + (hasZero ? 1 : 0);
    }

    /** The rids that are not among those given, ascending. */
    long[] without(long[] sorted) {
        long[] others = new long[size()];
        int count = 0;
        for (int at = 0; at < slots.length; at += WIDTH) {
            if (slots[at] != EMPTY && Arrays.binarySearch(sorted, slots[at]) < 0) {
                others[count++] = slots[at];
            }
        }
        if (hasZero && Arrays.binarySearch(sorted, EMPTY) < 0) {
            others[count++] = EMPTY;
        }
        long[] rids = Arrays.copyOf(others, count);
        Arrays.sort(rids);
        return rids;
    }

    /** What follows a gap may have been meant for it. */
    private void closeGap(int gap) {
        for (int next = after(gap); slots[next * WIDTH] != EMPTY; next = after(next)) {
            int at = next * WIDTH;
            long rid = slots[at];
            long high = slots[at + 1];
            long low = slots[at + 2];
            set(at, EMPTY, 0, 0);
            set(slot(rid) * WIDTH, rid, high, low);
        }
    }

    private void grow() {
        long[] old = slots;
        capacity += capacity / 2;
        slots = new long[capacity * WIDTH];
        for (int at = 0; at < old.length; at += WIDTH) {
            if (old[at] != EMPTY) {
                set(slot(old[at]) * WIDTH, old[at], old[at + 1], old[at + 2]);
            }
        }
    }

    private void set(int at, long rid, long high, long low) {
        slots[at] = rid;
        slots[at + 1] = high;
        slots[at + 2] = low;
    }

    /** Where the rid is or, if it is not, where it belongs. */
    private int slot(long rid) {
        long mixed = (rid ^ SEED) * 0x9e3779b97f4a7c15L;
        int slot = (int) (((mixed >>> 32) * capacity) >>> 32);
        while (slots[slot * WIDTH] != EMPTY && slots[slot * WIDTH] != rid) {
            slot = after(slot);
        }
        return slot;
    }

    private int after(int slot) {
        return slot + 1 == capacity ? 0 : slot + 1;
    }

    private static long low(Digest digest) {
        return digest.low() ^ (long) (digest.form() - 1) * 0x9e3779b97f4a7c15L;
    }
}
