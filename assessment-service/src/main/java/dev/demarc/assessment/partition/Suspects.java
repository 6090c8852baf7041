package dev.demarc.assessment.partition;

import dev.demarc.assessment.partition.Ingestion.Refusing;
import dev.demarc.shell.loop.Fault;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the record because of which a partition cannot go on: after a failure the records are tried one by one, and one
 * that fails alone is refused. A defect must show twice, for it may be of what was remembered and not of the record.
 */
final class Suspects {
    /** Why a record is refused, and how much of that can be told. */
    record Verdict(String reason, Refusing how) {}

    private static final int DEFECTS = 2;

    private long carefulUntil = -1;
    private long offset = -1;
    private int defects;
    private @Nullable Verdict verdict;

    /** Whether records are to be tried one by one from the offset on. */
    boolean areLookedFor(long from) {
        return from <= carefulUntil;
    }

    /** Empty where the record is to be tried. */
    Optional<Verdict> verdict(long at) {
        return at == offset ? Optional.ofNullable(verdict) : Optional.empty();
    }

    /** The records from the first to the last offset could not be taken, or the first could not be refused. */
    void failed(long first, long last, Exception why) {
        Fault fault = Fault.of(why);
        boolean refused = why instanceof SQLException && fault == Fault.POISON;
        boolean defect = why instanceof RuntimeException && fault != Fault.TRANSIENT;
        if (!refused && !defect) {
            return;
        }
        if (first != last) {
            carefulUntil = last;
            return;
        }
        if (first != offset) {
            offset = first;
            defects = 0;
            verdict = null;
        }
        defects++;
        if (verdict != null) {
            verdict = new Verdict(verdict.reason(), less(verdict.how()));
        } else if (refused) {
            verdict = new Verdict("the database refuses it: " + why.getMessage(), Refusing.RESOURCE);
        } else if (defects >= DEFECTS) {
            verdict = new Verdict("it cannot be judged: " + why, Refusing.RESOURCE);
        }
    }

    private static Refusing less(Refusing how) {
        return switch (how) {
            case RESOURCE -> Refusing.RUN;
            case RUN, RECORD -> Refusing.RECORD;
        };
    }
}
