package dev.demarc.assessment.resource;

/** A set of longs in one array, for millions of them. */
final class LongSet {
    private static final long EMPTY = 0;

    private long[] slots = new long[1 << 10];
    private int size;
    private boolean hasZero;

    boolean contains(long value) {
        return value == EMPTY ? hasZero : slots[slot(value)] == value;
    }

    void add(long value) {
        if (value == EMPTY) {
            hasZero = true;
            return;
        }
        int slot = slot(value);
        if (slots[slot] == EMPTY) {
            slots[slot] = value;
            size++;
            if (size * 3L > slots.length * 2L) {
                grow();
            }
        }
    }

    void remove(long value) {
        if (value == EMPTY) {
            hasZero = false;
            return;
        }
        int slot = slot(value);
        if (slots[slot] == value) {
            slots[slot] = EMPTY;
            size--;
            closeGap(slot);
        }
    }

    int size() {
        return size + (hasZero ? 1 : 0);
    }

    private void closeGap(int gap) {
        int mask = slots.length - 1;
        for (int next = (gap + 1) & mask; slots[next] != EMPTY; next = (next + 1) & mask) {
            long moved = slots[next];
            slots[next] = EMPTY;
            slots[slot(moved)] = moved;
        }
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long value : old) {
            if (value != EMPTY) {
                slots[slot(value)] = value;
            }
        }
    }

    /** Where the value is or, if it is not, where it belongs. */
    private int slot(long value) {
        int mask = slots.length - 1;
        long mixed = value * 0x9e3779b97f4a7c15L;
        int slot = (int) (mixed ^ mixed >>> 32) & mask;
        while (slots[slot] != EMPTY && slots[slot] != value) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
