package dev.demarc.contracts.scorecard;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.Require;

/**
 * The counts of one control within an account.
 *
 * @param control the control's number
 * @param team the owning team's name, empty where there is none
 */
public record Tally(int control, Party party, String team, Counts counts) {
    public Tally {
        Require.atLeast(1, control, "control number");
        Require.present(party, "party");
        Require.present(team, "team");
        Require.present(counts, "counts");
    }
}
