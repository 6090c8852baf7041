package dev.demarc.scanner.aws;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Keeps a bounded number of what takes long to make, each until nobody has asked for it for a while. It forgets and
 * never closes: who uses what was forgotten goes on. Safe for many threads.
 */
final class IdleCache<V> {
    private final int most;
    private final Duration idle;
    private final LongSupplier nanoTime;
    private final Map<String, Kept<V>> kept = new HashMap<>();

    private static final class Kept<V> {
        private final V value;
        private long askedAt;

        private Kept(V value) {
            this.value = value;
        }
    }

    /** @param nanoTime counts as {@link System#nanoTime()} does */
    IdleCache(int most, Duration idle, LongSupplier nanoTime) {
        this.most = most;
        this.idle = idle;
        this.nanoTime = nanoTime;
    }

    synchronized V get(String key, Supplier<V> make) {
        long now = nanoTime.getAsLong();
        kept.values().removeIf(each -> now - each.askedAt > idle.toNanos());
        Kept<V> found = kept.computeIfAbsent(key, unknown -> new Kept<>(make.get()));
        found.askedAt = now;
        if (kept.size() > most) {
            kept.entrySet().stream()
                    .filter(each -> each.getValue() != found)
                    .max((one, other) -> Long.compare(now - one.getValue().askedAt, now - other.getValue().askedAt))
                    .map(Map.Entry::getKey)
                    .ifPresent(kept::remove);
        }
        return found.value;
    }

    synchronized int size() {
        return kept.size();
    }
}
