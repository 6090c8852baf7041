package dev.demarc.assessment.listing;

import dev.demarc.assessment.problem.StoreBusyException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Who works with the store when: writers as many at a time as there are places, and readers freely while a place is
 * left. While none is, readers come one after another and leave the store to the writers for the rest of the time.
 */
public final class Turns {
    private static final Duration LONGEST_GAP = Duration.ofSeconds(1);
    /** A place that is free only between two transactions is not left over. */
    private static final Duration BETWEEN_TRANSACTIONS = Duration.ofMillis(200);

    private static final double ALL = 1;

    private final Semaphore places;
    private final double share;
    private final Duration patience;
    private final Semaphore reader = new Semaphore(1, true);
    private volatile long allTakenAt = System.nanoTime() - BETWEEN_TRANSACTIONS.toNanos();
    private long nextRead = System.nanoTime();

    /** Where nobody writes. */
    static Turns ofReadersAlone() {
        return new Turns(1, ALL, Duration.ZERO);
    }

    /**
     * @param places how many write at a time
     * @param share of the time while all of them do, how much is for readers: more than 0, and 1 for all of it
     * @param patience how long a reader waits for a turn
     */
    public Turns(int places, double share, Duration patience) {
        if (share <= 0 || share > ALL) {
            throw new IllegalArgumentException(
                    "demarc.reads.share-while-writing is %s; accepted: more than 0, at most 1".formatted(share));
        }
        this.places = new Semaphore(places, true);
        this.share = share;
        this.patience = patience;
    }

    /** What is done in a turn. */
    public interface Work<T> {
        T done() throws SQLException;
    }

    public void beginWriting() throws InterruptedException {
        places.acquire();
        if (places.availablePermits() == 0) {
            allTakenAt = System.nanoTime();
        }
    }

    public void endWriting() {
        places.release();
    }

    /** @throws StoreBusyException where no turn comes in time */
    public <T> T read(Work<T> work) throws SQLException {
        if (share == ALL || !writersNeedAll()) {
            return work.done();
        }
        try {
            if (!reader.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreBusyException();
            }
            try {
                return afterAGap(work);
            } finally {
                reader.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreBusyException();
        }
    }

    private <T> T afterAGap(Work<T> work) throws SQLException, InterruptedException {
        long gap = nextRead - System.nanoTime();
        if (gap > 0 && writersNeedAll()) {
            TimeUnit.NANOSECONDS.sleep(gap);
        }
        long begun = System.nanoTime();
        try {
            return work.done();
        } finally {
            long ended = System.nanoTime();
            nextRead = ended + Math.min(LONGEST_GAP.toNanos(), (long) ((ended - begun) * (1 - share) / share));
        }
    }

    private boolean writersNeedAll() {
        return places.availablePermits() == 0 || System.nanoTime() - allTakenAt < BETWEEN_TRANSACTIONS.toNanos();
    }
}
