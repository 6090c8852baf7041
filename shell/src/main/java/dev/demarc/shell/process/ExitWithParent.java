package dev.demarc.shell.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends this process in order when its standard input ends, which it does with the process that holds the other end of
 * the pipe, however that one died. A service calls {@link #watch()} when {@link #PROPERTY} is true.
 */
public final class ExitWithParent {
    /** The system property that asks a service to end with its parent. */
    public static final String PROPERTY = "demarc.exit-with-parent";

    private static final Duration TIME_TO_END_IN_ORDER = Duration.ofSeconds(10);

    private ExitWithParent() {}

    /** Watches standard input from now on; returns at once. */
    public static void watch() {
        daemon("demarc-exit-with-parent", () -> {
            readToEnd(System.in);
            daemon("demarc-exit-now", ExitWithParent::haltSoon);
            System.exit(0);
        });
    }

    private static void readToEnd(InputStream input) {
        try {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken pipe says the same as its end.
        }
    }

    private static void haltSoon() {
        try {
            TimeUnit.MILLISECONDS.sleep(TIME_TO_END_IN_ORDER.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
