package dev.demarc.gateway.live;

import io.smallrye.mutiny.subscription.BackPressureFailure;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who listens, how far it has been told, and for how long it has taken nothing. Used by one thread at a time. */
final class Listener {
    private static final int MOST_BEATS_NOT_TAKEN = 4;

    private final MultiEmitter<? super Told> emitter;
    private final Predicate<@Nullable String> ofAccount;
    private long toldUpTo;
    private int beatsNotTaken;

    /** @param ofAccount whether news of an account, null for none, are for this listener */
    Listener(MultiEmitter<? super Told> emitter, long toldUpTo, Predicate<@Nullable String> ofAccount) {
        this.ofAccount = ofAccount;
        this.emitter = emitter;
        this.toldUpTo = toldUpTo;
    }

    /** Tells what is new, as much as is asked for; false where it was too slow and is dropped. */
    boolean tell(Kept kept) {
        while (takes() && toldUpTo < kept.newest()) {
            Told next = kept.after(toldUpTo);
            if (next == null) {
                break;
            }
            if (ofAccount.test(next.account())) {
                emitter.emit(next);
                beatsNotTaken = 0;
            }
            toldUpTo = next.number();
        }
        return kept.reaches(toldUpTo) || drop("more events were told meanwhile than are kept");
    }

    /** Gives a sign of life; false where none has been taken for so long that it is dropped. */
    boolean beat() {
        if (takes()) {
            emitter.emit(Told.BEAT);
            beatsNotTaken = 0;
            return true;
        }
        beatsNotTaken++;
        return beatsNotTaken <= MOST_BEATS_NOT_TAKEN || drop("nothing was taken for too long");
    }

    private boolean takes() {
        return emitter.requested() > 0 && !emitter.isCancelled();
    }

    private boolean drop(String why) {
        emitter.fail(new BackPressureFailure("A listener is dropped: " + why));
        return false;
    }
}
