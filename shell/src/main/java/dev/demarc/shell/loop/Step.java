package dev.demarc.shell.loop;

import java.time.Duration;

/** What a {@link Loop} does again and again, in its one thread. */
public interface Step extends AutoCloseable {
    /**
     * One turn, which ends within a minute or so.
     *
     * @return how long to rest before the next
     * @throws InterruptedException where the loop is to end
     */
    Duration turn() throws Exception;

    /** Forgets what a fault has made doubtful; the loop waits after it and then turns again. */
    default void failed(Throwable fault) {}

    /** Makes a turn that waits for others end soon; called by another thread. */
    default void wake() {}

    /** Gives back what it holds; the last that its thread calls. */
    @Override
    default void close() {}
}
