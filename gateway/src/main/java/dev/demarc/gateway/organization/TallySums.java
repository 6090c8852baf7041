package dev.demarc.gateway.organization;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.Tally;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds tallies up, one sum for each control, party and team. */
final class TallySums {
    private record Key(int control, Party party, String team) {}

    private final Map<Key, Counts> sums = new HashMap<>();

    void add(Collection<Tally> tallies) {
        for (Tally tally : tallies) {
            sums.merge(new Key(tally.control(), tally.party(), tally.team()), tally.counts(), Counts::plus);
        }
    }

    List<Tally> tallies() {
        return sums.entrySet().stream()
                .map(sum -> new Tally(
                        sum.getKey().control(),
                        sum.getKey().party(),
                        sum.getKey().team(),
                        sum.getValue()))
                .toList();
    }
}
