package dev.demarc.assessment.publish;

import dev.demarc.shell.loop.BackOff;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Accounts whose scorecards cannot be computed now, each tried again after longer waits. */
final class HeldBack {
    private static final Logger LOG = Logger.getLogger(HeldBack.class);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(5);

    private final Map<Integer, Wait> waits = new HashMap<>();

    private record Wait(BackOff backOff, Instant until) {}

    boolean holds(int account, Instant now) {
        Wait wait = waits.get(account);
        return wait != null && now.isBefore(wait.until());
    }

    void hold(int account, Instant now, RuntimeException reason) {
        Wait before = waits.get(account);
        BackOff backOff = before == null ? new BackOff(FIRST, MOST) : before.backOff();
        Instant until = now.plus(backOff.next());
        LOG.errorf(reason, "The scorecard of account number %d cannot be computed; tried again at %s", account, until);
        waits.put(account, new Wait(backOff, until));
    }

    void release(int account) {
        waits.remove(account);
    }
}
