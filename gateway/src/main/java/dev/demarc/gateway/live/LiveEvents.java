package dev.demarc.gateway.live;

import dev.demarc.contracts.Json;
import dev.demarc.gateway.problem.TooManyException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells every listener what changes. Whoever has news only leaves them here: they are sent by a thread of their own, to
 * each listener as fast as it takes them. Bounded in all directions: so many listeners, and so many events kept, behind
 * which a slow listener is dropped and from which one that comes back catches up.
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

    private final int mostListeners;
    private final Kept kept;
    private final Executor sender;
    private final Counter dropped;
    private final String epoch = UUID.randomUUID().toString().substring(0, 8) + '-';
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean toSend = new AtomicBoolean();

    @Inject
    LiveEvents(LiveConfig config, MeterRegistry meters, Vertx vertx) {
        this(config.listeners(), config.kept(), meters, on(vertx.getOrCreateContext()));
    }

    /** @param sender runs what it is given one after the other, in order */
    LiveEvents(int mostListeners, int mostKept, MeterRegistry meters, Executor sender) {
        this.mostListeners = mostListeners;
        this.kept = new Kept(mostKept);
        this.sender = sender;
        this.dropped = Counter.builder("demarc.gateway.listeners.dropped")
                .description("Listeners of the live events that were dropped for being too slow")
                .register(meters);
        Gauge.builder("demarc.gateway.listeners", this, LiveEvents::listeners)
                .description("Listeners of the live events")
                .register(meters);
    }

    /**
     * Leaves news for the listeners and returns at once.
     *
     * @param account whose news it is, null for what is of no account alone
     */
    public void tell(Kind kind, @Nullable String account, Object payload) {
        kept.add(kind, account, new String(Json.bytes(payload), StandardCharsets.UTF_8));
        if (toSend.compareAndSet(false, true)) {
            sender.execute(this::send);
        }
    }

    void beat() {
        sender.execute(() ->
                listeners.stream().filter(listener -> !listener.beat()).toList().forEach(this::drop));
    }

    int listeners() {
        return listeners.size();
    }

    String id(Told told) {
        return epoch + told.number();
    }

    /**
     * Everything told from now on of the accounts that pass, preceded by what was told since {@code lastId} where that is still known.
     *
     * @throws TooManyException at the limit
     */
    Multi<Told> since(@Nullable String lastId, Predicate<@Nullable String> ofAccount) {
        if (listeners.size() >= mostListeners) {
            throw new TooManyException(
                    "%d listen to the live events already, which is the most".formatted(mostListeners));
        }
        return Multi.createFrom().emitter(emitter -> join(emitter, lastId, ofAccount), BackPressureStrategy.ERROR);
    }

    private void join(
            MultiEmitter<? super Told> emitter, @Nullable String lastId, Predicate<@Nullable String> ofAccount) {
        Listener listener = new Listener(emitter, number(lastId), ofAccount);
        listeners.add(listener);
        emitter.onTermination(() -> listeners.remove(listener));
        emitter.onRequest(more -> sender.execute(() -> send(listener)));
        sender.execute(() -> {
            listener.beat();
            send(listener);
        });
    }

    private void send() {
        toSend.set(false);
        listeners.forEach(this::send);
    }

    private void send(Listener listener) {
        if (listeners.contains(listener) && !listener.tell(kept)) {
            drop(listener);
        }
    }

    private void drop(Listener listener) {
        dropped.increment();
        listeners.remove(listener);
    }

    private long number(@Nullable String lastId) {
        if (lastId != null && lastId.startsWith(epoch)) {
            String number = lastId.substring(epoch.length());
            if (number.matches("\\d{1,18}") && kept.reaches(Long.parseLong(number))) {
                return Long.parseLong(number);
            }
        }
        return kept.newest();
    }

    private static Executor on(Context context) {
        return task -> context.runOnContext(now -> task.run());
    }
}
