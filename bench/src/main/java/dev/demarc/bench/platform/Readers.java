package dev.demarc.bench.platform;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** Clients who read paths by turns without a pause; who is refused asks again. */
public final class Readers {
    private static final long PATIENCE = 60;

    private final Answers server;
    private final int clients;
    private final List<String> paths;
    private final LongAdder answers = new LongAdder();
    private volatile double seconds;

    public Readers(Answers server, int clients, List<String> paths) {
        this.server = server;
        this.clients = clients;
        this.paths = List.copyOf(paths);
    }

    /** They read until that is closed. */
    public AutoCloseable begin() {
        AtomicBoolean going = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        for (int client = 0; client < clients; client++) {
            int first = client;
            threads.execute(() -> read(first, going));
        }
        long begun = System.nanoTime();
        return () -> {
            seconds = (System.nanoTime() - begun) / 1e9;
            going.set(false);
            threads.shutdown();
            if (!threads.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
                throw new UnmeasuredException("clients still wait for answers after %d s".formatted(PATIENCE));
            }
        };
    }

    /** Answers a second that all of them got, of which there must be any. */
    public double rate() {
        if (answers.sum() == 0) {
            throw new UnmeasuredException("none of %d clients was answered".formatted(clients));
        }
        return answers.sum() / seconds;
    }

    private void read(int first, AtomicBoolean going) {
        for (int next = first; going.get(); next++) {
            if (server.ifAny(paths.get(next % paths.size())).isPresent()) {
                answers.increment();
            }
        }
    }
}
