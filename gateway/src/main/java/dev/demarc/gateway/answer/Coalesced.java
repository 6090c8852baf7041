package dev.demarc.gateway.answer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are costly to make, by what was asked. Each is made again only when what it is made from moved, by one
 * caller while the others have the one before, and in no more than a tenth of the time: an answer may be as old as ten
 * times what making it took, a second at most. So many are kept, those asked for last.
 *
 * @param <K> what is asked
 */
public final class Coalesced<K> {
    private static final int MOST_KEPT = 256;
    private static final int PAUSE_FOR_TIME_SPENT = 10;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private record Made(Object version, Instant staysUntil, Representation representation) {}

    private static final class Slot {
        private final ReentrantLock making = new ReentrantLock();
        private volatile @Nullable Made made;
    }

    private final Clock clock;
    private final Map<K, Slot> slots = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Slot> eldest) {
            return size() > MOST_KEPT;
        }
    };

    public Coalesced(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param version equal to the one before as long as what the value is made from has not moved
     * @param value makes it, whole before it is asked again
     */
    public Representation get(K asked, Object version, Supplier<?> value) {
        Slot slot = slot(asked);
        Made made = slot.made;
        if (made == null) {
            slot.making.lock();
        } else if (serves(made, version) || !slot.making.tryLock()) {
            return made.representation();
        }
        try {
            Made meanwhile = slot.made;
            return meanwhile != null && serves(meanwhile, version)
                    ? meanwhile.representation()
                    : make(slot, version, value);
        } finally {
            slot.making.unlock();
        }
    }

    private Representation make(Slot slot, Object version, Supplier<?> value) {
        Instant begun = clock.instant();
        Representation representation = Representation.of(value.get());
        Instant done = clock.instant();
        Duration pause = Duration.between(begun, done).multipliedBy(PAUSE_FOR_TIME_SPENT);
        slot.made = new Made(
                version, done.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause), representation);
        return representation;
    }

    private boolean serves(Made made, Object version) {
        return made.version().equals(version) || clock.instant().isBefore(made.staysUntil());
    }

    private Slot slot(K asked) {
        synchronized (slots) {
            return slots.computeIfAbsent(asked, key -> new Slot());
        }
    }
}
