package dev.demarc.gateway.organization;

import dev.demarc.contracts.api.OrganizationView.UnitView;
import dev.demarc.contracts.scorecard.Grade;
import dev.demarc.contracts.scorecard.Score;
import dev.demarc.contracts.scorecard.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The organisational units with all that is below each of them. */
final class Units {
    private static final Comparator<List<String>> DOWN_THE_TREE = (one, other) -> {
        for (int depth = 0; depth < Math.min(one.size(), other.size()); depth++) {
            int difference = one.get(depth).compareTo(other.get(depth));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(one.size(), other.size());
    };

    private static final class Unit {
        private final TallySums sums = new TallySums();
        private int accounts;
        private @Nullable Grade worst;
    }

    private final Map<List<String>, Unit> units = new TreeMap<>(DOWN_THE_TREE);

    Units() {
        units.put(List.of(), new Unit());
    }

    void add(List<String> ouPath, @Nullable Grade grade, List<Tally> tallies) {
        for (int depth = 0; depth <= ouPath.size(); depth++) {
            Unit unit = units.computeIfAbsent(List.copyOf(ouPath.subList(0, depth)), path -> new Unit());
            unit.accounts++;
            unit.sums.add(tallies);
            unit.worst = worse(unit.worst, grade);
        }
    }

    List<UnitView> views(Function<List<Tally>, Score> overall) {
        List<UnitView> views = new ArrayList<>();
        units.forEach((path, unit) ->
                views.add(new UnitView(path, unit.accounts, unit.worst, overall.apply(unit.sums.tallies()))));
        return views;
    }

    private static @Nullable Grade worse(@Nullable Grade one, @Nullable Grade other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }
}
