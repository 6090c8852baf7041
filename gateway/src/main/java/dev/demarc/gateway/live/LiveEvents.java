package dev.demarc.gateway.live;

import dev.demarc.contracts.Json;
import dev.demarc.gateway.problem.TooManyException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells every listener what changes. Bounded in all directions: so many listeners, so many events kept for one that
 * comes back, so many waiting for a slow one before it is dropped.
 */
@Singleton
public final class LiveEvents {
    /** What an event is about; its name on the wire. */
    public enum Kind {
        SCORECARD("scorecard"),
        FINDINGS("findings"),
        SCAN("scan");

        private final String eventName;

        Kind(String eventName) {
            this.eventName = eventName;
        }

        String eventName() {
            return eventName;
        }
    }

    /** One event, or the beat that only keeps a connection alive where {@code kind} is null. */
    record Told(String id, @Nullable Kind kind, String json) {}

    private static final Told BEAT = new Told("", null, "");

    private final int mostListeners;
    private final int mostKept;
    private final int mostWaiting;
    private final Counter dropped;
    private final String epoch = UUID.randomUUID().toString().substring(0, 8);
    private final Set<MultiEmitter<? super Told>> listeners = new LinkedHashSet<>();
    private final Deque<Told> kept = new ArrayDeque<>();
    private long number;

    @Inject
    LiveEvents(LiveConfig config, MeterRegistry meters) {
        this(config.listeners(), config.kept(), config.waiting(), meters);
    }

    LiveEvents(int mostListeners, int mostKept, int mostWaiting, MeterRegistry meters) {
        this.mostListeners = mostListeners;
        this.mostKept = mostKept;
        this.mostWaiting = mostWaiting;
        this.dropped = Counter.builder("demarc.gateway.listeners.dropped")
                .description("Listeners of the live events that were dropped for being too slow")
                .register(meters);
        Gauge.builder("demarc.gateway.listeners", this, LiveEvents::listeners)
                .description("Listeners of the live events")
                .register(meters);
    }

    public synchronized void tell(Kind kind, Object payload) {
        number++;
        Told told = new Told(epoch + '-' + number, kind, new String(Json.bytes(payload), StandardCharsets.UTF_8));
        kept.addLast(told);
        if (kept.size() > mostKept) {
            kept.removeFirst();
        }
        emit(told);
    }

    synchronized void beat() {
        emit(BEAT);
    }

    synchronized int listeners() {
        return listeners.size();
    }

    /**
     * Everything told from now on, preceded by what was told since {@code lastId} where that is still known.
     *
     * @throws TooManyException at the limit
     */
    synchronized Multi<Told> since(@Nullable String lastId) {
        if (listeners.size() >= mostListeners) {
            throw new TooManyException(
                    "%d listen to the live events already, which is the most".formatted(mostListeners));
        }
        return Multi.createFrom().emitter(emitter -> join(emitter, lastId), mostWaiting);
    }

    private synchronized void join(MultiEmitter<? super Told> emitter, @Nullable String lastId) {
        emitter.onTermination(() -> leave(emitter));
        emitter.emit(BEAT);
        missed(lastId).forEach(emitter::emit);
        listeners.add(emitter);
    }

    private List<Told> missed(@Nullable String lastId) {
        return kept.stream().anyMatch(told -> told.id().equals(lastId))
                ? kept.stream()
                        .dropWhile(told -> !told.id().equals(lastId))
                        .skip(1)
                        .toList()
                : List.of();
    }

    private synchronized void leave(MultiEmitter<? super Told> emitter) {
        listeners.remove(emitter);
    }

    private void emit(Told told) {
        for (MultiEmitter<? super Told> listener : List.copyOf(listeners)) {
            listener.emit(told);
            if (listener.isCancelled()) {
                dropped.increment();
                listeners.remove(listener);
            }
        }
    }
}
