package dev.demarc.gateway.live;

import org.jspecify.annotations.Nullable;

/** The newest events by their number, so many at most; read and written by any thread, each time for a moment only. */
final class Kept {
    private final @Nullable Told[] ring;
    private long newest;

    Kept(int most) {
        this.ring = new Told[most];
    }

    synchronized void add(LiveEvents.Kind kind, @Nullable String account, String json) {
        newest++;
        ring[index(newest)] = new Told(newest, kind, account, json);
    }

    synchronized long newest() {
        return newest;
    }

    /** Whether everything told since then is still there. */
    synchronized boolean reaches(long number) {
        return number >= 0 && number <= newest && number >= newest - ring.length;
    }

    /** The next one told, null where nothing was or it is not kept any more. */
    synchronized @Nullable Told after(long number) {
        return number < newest && reaches(number) ? ring[index(number + 1)] : null;
    }

    private int index(long number) {
        return (int) (number % ring.length);
    }
}
