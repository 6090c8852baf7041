package dev.demarc.shell.loop;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A supervised thread: turns its step until it is closed, waits after each fault in a row longer, and knows when it last
 * finished a turn. Only a fault of the virtual machine ends it, which its health then tells.
 */
public final class Loop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration TIME_TO_END = Duration.ofSeconds(10);
    private static final Duration TIME_TO_END_INTERRUPTED = Duration.ofSeconds(2);

    private final String name;
    private final Step step;
    private final BackOff backOff;
    private final Consumer<Loop> onEnd;
    private final Consumer<Fault> onFault;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean died;
    private volatile long turnBegan = System.nanoTime();
    private volatile long turnFinished = System.nanoTime();
    private volatile boolean turning;
    private volatile @Nullable Throwable fault;
    private volatile long faultsSince;

    Loop(String name, Step step, BackOff backOff, Consumer<Fault> onFault, Consumer<Loop> onEnd) {
        this.name = name;
        this.step = step;
        this.backOff = backOff;
        this.onFault = onFault;
        this.onEnd = onEnd;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    public String name() {
        return name;
    }

    /** Ends a rest or a wait, so that the next turn begins now. */
    public void wake() {
        wakeUps.release();
    }

    /** Asks the loop to end after its turn; returns at once. */
    public void end() {
        closing = true;
        wake();
        step.wake();
    }

    /** Ends the loop and returns when it has ended; a turn that goes on for too long is interrupted. */
    @Override
    public void close() {
        end();
        try {
            thread.join(TIME_TO_END.toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(TIME_TO_END_INTERRUPTED.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void start() {
        thread.start();
    }

    /** How the loop fares now. */
    LoopHealth health() {
        Throwable last = fault;
        return new LoopHealth(
                name,
                died,
                last == null ? null : Fault.of(last),
                last == null ? null : String.valueOf(last.getMessage()),
                last == null ? Duration.ZERO : since(faultsSince),
                turning ? since(turnBegan) : Duration.ZERO);
    }

    Duration sinceLastTurn() {
        return since(turnFinished);
    }

    private void run() {
        try {
            while (!closing) {
                rest(turn());
            }
        } catch (InterruptedException e) {
            LOG.debugf("%s is interrupted and ends", name);
        } catch (VirtualMachineError e) {
            fault = e;
            died = true;
            LOG.errorf(e, "%s died; restart this instance", name);
        } finally {
            end(step);
            onEnd.accept(this);
        }
    }

    /** @return how long to rest or to wait */
    private Duration turn() throws InterruptedException {
        turnBegan = System.nanoTime();
        turning = true;
        try {
            Duration rest = step.turn();
            backOff.succeeded();
            fault = null;
            turnFinished = System.nanoTime();
            return rest;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            return closing ? Duration.ZERO : fail(e);
        } finally {
            turning = false;
        }
    }

    private Duration fail(Throwable e) {
        boolean first = fault == null;
        if (first) {
            faultsSince = System.nanoTime();
        }
        fault = e;
        Fault kind = Fault.of(e);
        onFault.accept(kind);
        Duration wait = backOff.next();
        if (kind == Fault.TRANSIENT || !first) {
            LOG.warnf("%s waits %d ms: %s", name, wait.toMillis(), e.getMessage());
        } else {
            LOG.errorf(e, "%s met a fault that waiting does not mend; it goes on in %d ms", name, wait.toMillis());
        }
        forget(e);
        return wait;
    }

    private void forget(Throwable e) {
        try {
            step.failed(e);
        } catch (RuntimeException again) {
            LOG.errorf(again, "%s could not even clean up after a fault", name);
        }
    }

    private void rest(Duration rest) throws InterruptedException {
        if (!rest.isZero() && !closing && wakeUps.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS)) {
            wakeUps.drainPermits();
        }
    }

    private void end(Step ending) {
        try {
            ending.close();
        } catch (RuntimeException e) {
            LOG.debugf("%s gave back what it holds with a fault: %s", name, e.getMessage());
        }
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
