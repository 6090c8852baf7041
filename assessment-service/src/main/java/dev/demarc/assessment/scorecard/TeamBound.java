package dev.demarc.assessment.scorecard;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.PackedTallies;
import dev.demarc.contracts.scorecard.Tally;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Bounds what a scorecard says of teams, whatever an account contains: the teams with most verdicts are told by name, the
 * others together as one. The store still has each.
 */
final class TeamBound {
    static final int MOST_TEAMS = 100;
    static final int MOST_TALLIES = 20_000;

    private static final String NO_TEAM = "";

    private TeamBound() {}

    static List<Tally> of(List<Tally> tallies) {
        return of(tallies, MOST_TEAMS, MOST_TALLIES);
    }

    static List<Tally> of(List<Tally> tallies, int mostTeams, int mostTallies) {
        Map<String, Size> sizes = new HashMap<>();
        for (Tally tally : tallies) {
            sizes.merge(tally.team(), Size.of(tally), Size::plus);
        }
        if (sizes.size() <= mostTeams && tallies.size() <= mostTallies) {
            return tallies;
        }
        Set<String> named = named(sizes, mostTeams, mostTallies);
        Map<Key, Counts> bounded = new LinkedHashMap<>();
        for (Tally tally : tallies) {
            String team = named.contains(tally.team()) ? tally.team() : PackedTallies.OTHER_TEAMS;
            bounded.merge(new Key(tally.control(), tally.party(), team), tally.counts(), Counts::plus);
        }
        return bounded.entrySet().stream()
                .map(entry -> new Tally(
                        entry.getKey().control(),
                        entry.getKey().party(),
                        entry.getKey().team(),
                        entry.getValue()))
                .toList();
    }

    private static Set<String> named(Map<String, Size> sizes, int mostTeams, int mostTallies) {
        Set<String> named = new HashSet<>(Set.of(NO_TEAM));
        int tallies = sizes.getOrDefault(NO_TEAM, Size.NONE).tallies();
        List<Map.Entry<String, Size>> largestFirst = sizes.entrySet().stream()
                .filter(team -> !team.getKey().equals(NO_TEAM))
                .sorted(Comparator.comparingLong((Map.Entry<String, Size> team) ->
                                -team.getValue().verdicts())
                        .thenComparing(Map.Entry::getKey))
                .limit(mostTeams)
                .toList();
        for (Map.Entry<String, Size> team : largestFirst) {
            tallies += team.getValue().tallies();
            if (tallies > mostTallies) {
                return named;
            }
            named.add(team.getKey());
        }
        return named;
    }

    private record Key(int control, Party party, String team) {}

    private record Size(int tallies, long verdicts) {
        static final Size NONE = new Size(0, 0);

        static Size of(Tally tally) {
            Counts counts = tally.counts();
            return new Size(
                    1, counts.pass() + counts.fail() + counts.unknown() + counts.waived() + counts.notApplicable());
        }

        Size plus(Size other) {
            return new Size(tallies + other.tallies, verdicts + other.verdicts);
        }
    }
}
