package dev.demarc.assessment.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers what was asked for last, and at most so much; for any number of threads. */
public final class Recent<K, V> {
    private final Map<K, V> known;

    public Recent(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most that is remembered is %d; accepted: at least 1".formatted(most));
        }
        known = Collections.synchronizedMap(new Bounded<>(most));
    }

    public Optional<V> get(K key) {
        return Optional.ofNullable(known.get(key));
    }

    public void put(K key, V value) {
        known.put(key, value);
    }

    public void clear() {
        known.clear();
    }

    private static final class Bounded<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        private final int most;

        Bounded(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
