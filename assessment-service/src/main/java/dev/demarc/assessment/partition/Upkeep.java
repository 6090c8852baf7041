package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.Judging;
import java.sql.SQLException;
import java.time.Duration;

/**
 * What changes the verdicts of one partition beside its records: chores, one short transaction at a time, so that the
 * records between them wait for none. Some are begun by what happens, all of the others at intervals.
 */
final class Upkeep {
    private final Chores chores;
    private final Duration interval;
    private boolean reassessing;
    private boolean reviewing;
    private boolean restating;
    private boolean departing;
    private long actsSeen = -1;
    private long next;

    Upkeep(Chores chores, Duration interval) {
        this.chores = chores;
        this.interval = interval;
    }

    /** Another version judges from now on. */
    void judgedAnew() {
        reassessing = true;
    }

    /** Whether there is something to judge again, which does not wait for records. */
    boolean isBusy() {
        return reassessing || reviewing || restating;
    }

    /** A step of each chore that has something to do. */
    void turn(Fence held, PartitionMemory memory, Judging judging) throws SQLException {
        if (reassessing) {
            reassessing = chores.reassessing().step(held, judging);
        }
        long acts = chores.acts().count();
        if (acts != actsSeen) {
            actsSeen = acts;
            restating = true;
        }
        if (System.nanoTime() >= next) {
            next = System.nanoTime() + interval.toNanos();
            chores.months().keep();
            chores.ageing().all(held, memory, judging);
            chores.reowning().all(held, memory, judging);
            reviewing = true;
            restating = true;
            departing = true;
        }
        if (restating) {
            restating = chores.restating().step(held, judging);
        }
        if (reviewing) {
            reviewing = chores.reviewing().step(held, judging);
        }
        if (departing) {
            departing = chores.departures().step(held, memory, judging);
        }
    }
}
