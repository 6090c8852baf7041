package dev.demarc.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One service as a process that is started again when it dies, later each time, until it is stopped. */
final class ServiceProcess {
    private static final Duration HEALTH_POLL = Duration.ofMillis(100);
    private static final Duration TIME_TO_END_IN_ORDER = Duration.ofSeconds(10);
    private static final int DEATHS_BEFORE_READY = 3;

    /** What a supervised service tells. */
    interface Listener {
        void started(ProcessHandle process);

        void ready();

        void died(int status, Duration startsAgainIn);
    }

    private final String name;
    private final List<String> command;
    private final Consumer<Map<String, String>> environment;
    private final URI address;
    private final Path log;
    private final Listener listener;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Process process;

    ServiceProcess(
            String name,
            List<String> command,
            Consumer<Map<String, String>> environment,
            URI address,
            Path log,
            Listener listener) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = environment;
        this.address = address;
        this.log = log;
        this.listener = listener;
    }

    /** Starts the service; the future completes when it is ready for the first time, or says why it never will be. */
    CompletableFuture<Void> start() {
        Thread thread = new Thread(this::supervise, "demarc-" + name);
        thread.setDaemon(true);
        thread.start();
        return firstReady;
    }

    /** Asks the service to end, at once and without waiting. */
    void askToStop() {
        stopped.countDown();
        Process running = process();
        if (running != null) {
            running.destroy();
        }
    }

    /** Waits for the end that was asked for; a service that does not heed it is killed. */
    void awaitStop() {
        Process running = process();
        if (running == null) {
            return;
        }
        try {
            if (!running.waitFor(TIME_TO_END_IN_ORDER.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running.destroyForcibly();
        }
    }

    private void supervise() {
        RestartDelay delay = new RestartDelay();
        try {
            Process running = launch();
            while (running != null) {
                awaitReady(running);
                int status = running.waitFor();
                Duration wait = delay.afterDeath(System.nanoTime());
                if (isStopping() || givesUp(status, delay.deaths())) {
                    return;
                }
                listener.died(status, wait);
                running = stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS) ? null : launch();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException e) {
            firstReady.completeExceptionally(new PlatformException(e.getMessage() + ": " + e.getCause(), e));
        }
    }

    private boolean givesUp(int status, int deaths) {
        if (firstReady.isDone() || deaths < DEATHS_BEFORE_READY) {
            return false;
        }
        return firstReady.completeExceptionally(new PlatformException(name + " ended " + deaths
                + " times before it was ready, the last time with status " + status + ". The end of " + log + ":\n"
                + LogFile.lastLinesOfBoth(log, 15)));
    }

    private void awaitReady(Process running) throws InterruptedException {
        while (Health.of(address) != Health.READY) {
            if (running.waitFor(HEALTH_POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        if (running.isAlive() && !isStopping()) {
            listener.ready();
            firstReady.complete(null);
        }
    }

    private synchronized @Nullable Process launch() {
        if (isStopping()) {
            return null;
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(LogFile.printed(log).toFile()));
        environment.accept(builder.environment());
        try {
            Process running = builder.start();
            process = running;
            listener.started(running.toHandle());
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        }
    }

    private synchronized @Nullable Process process() {
        return process;
    }

    private boolean isStopping() {
        return stopped.getCount() == 0;
    }
}
