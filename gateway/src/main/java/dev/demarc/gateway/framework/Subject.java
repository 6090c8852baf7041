package dev.demarc.gateway.framework;

import dev.demarc.contracts.scorecard.Tally;
import java.util.List;

/**
 * An account or an organisation whose posture is asked for.
 *
 * @param id the account's or the organisation's
 * @param organization whose reports on file count
 */
record Subject(String id, String organization, List<Tally> tallies) {
    Subject {
        tallies = List.copyOf(tallies);
    }
}
