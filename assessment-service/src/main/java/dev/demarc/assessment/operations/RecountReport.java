package dev.demarc.assessment.operations;

import dev.demarc.assessment.recount.Recount.Counted;
import dev.demarc.assessment.recount.WrongCount;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.resource.Scope;
import java.util.List;

/**
 * Whether the tallies equal a count from scratch.
 *
 * @param agrees whether there is no difference
 * @param counts how many counts beside the tallies: of resources, open findings, members of workloads and moves
 * @param differences at most 1,000
 * @param wrongCounts at most 1,000
 */
public record RecountReport(
        boolean agrees,
        int scopes,
        long resources,
        long tallies,
        long counts,
        List<Difference> differences,
        List<WrongCount> wrongCounts) {
    public RecountReport {
        differences = List.copyOf(differences);
        wrongCounts = List.copyOf(wrongCounts);
    }

    /**
     * A tally that is wrong.
     *
     * @param control the control's number
     * @param team the owning team's name, empty for none
     * @param stored what the tally says
     * @param counted what the resources say
     */
    public record Difference(Scope scope, int control, Party party, String team, Counted stored, Counted counted) {}
}
