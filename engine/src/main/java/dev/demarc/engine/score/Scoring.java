package dev.demarc.engine.score;

import dev.demarc.contracts.Severity;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Parameters;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.Gap;
import dev.demarc.contracts.scorecard.Grade;
import dev.demarc.contracts.scorecard.Score;
import dev.demarc.contracts.scorecard.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Scores over whatever tallies a caller gives: of one party or team, of one account or many. Tallies of one control
 * are summed before anything is divided; tallies of controls that the catalog no longer has do not count.
 */
public final class Scoring {
    private static final double HUNDRED = 100;

    private Scoring() {}

    /** @param controls the catalog's controls by number */
    public static Score score(Collection<Tally> tallies, Map<Integer, Control> controls, Parameters parameters) {
        List<Summed> summed = sum(tallies, controls, parameters);
        Counts counts = summed.stream().map(Summed::counts).reduce(Counts.NONE, Counts::plus);
        Mean value = new Mean();
        Mean low = new Mean();
        Mean high = new Mean();
        long withData = 0;
        long passed = 0;
        for (Summed control : summed) {
            Counts its = control.counts;
            long open = its.unknown() + its.waived();
            long all = its.pass() + its.fail() + open;
            value.add(control.weight, its.pass(), its.pass() + its.fail());
            low.add(control.weight, its.pass(), all);
            high.add(control.weight, its.pass() + open, all);
            if (its.pass() + its.fail() > 0) {
                withData++;
                passed += its.fail() + its.unknown() == 0 ? 1 : 0;
            }
        }
        Double mean = value.percent();
        return new Score(
                mean,
                atMost(low.percent(), mean),
                atLeast(high.percent(), mean),
                coverage(counts),
                withData == 0 ? null : HUNDRED * passed / withData,
                counts);
    }

    /** @return null where nothing was judged */
    public static @Nullable Grade grade(Score overall, boolean openCritical) {
        if (overall.value() == null) {
            return null;
        }
        double value = overall.value();
        Grade grade;
        if (value >= 95) {
            grade = Grade.A;
        } else if (value >= 85) {
            grade = Grade.B;
        } else if (value >= 70) {
            grade = Grade.C;
        } else {
            grade = value >= 50 ? Grade.D : Grade.E;
        }
        return openCritical && grade.compareTo(Grade.D) < 0 ? Grade.D : grade;
    }

    /**
     * The controls with failures, by what the score gains once all of them are mended, the greatest first.
     *
     * @param most how many at most
     */
    public static List<Gap> gaps(
            Collection<Tally> tallies, Map<Integer, Control> controls, Parameters parameters, int most) {
        List<Summed> judged = sum(tallies, controls, parameters).stream()
                .filter(each -> each.counts.pass() + each.counts.fail() > 0)
                .toList();
        long weight = judged.stream().mapToLong(Summed::weight).sum();
        return judged.stream()
                .filter(each -> each.counts.fail() > 0)
                .map(each -> each.gap(weight))
                .sorted(Comparator.comparingDouble(Gap::gain)
                        .thenComparingLong(Gap::failing)
                        .reversed()
                        .thenComparing(Gap::control))
                .limit(most)
                .toList();
    }

    private static List<Summed> sum(Collection<Tally> tallies, Map<Integer, Control> controls, Parameters parameters) {
        Map<Integer, Counts> counts = new TreeMap<>();
        for (Tally tally : tallies) {
            counts.merge(tally.control(), tally.counts(), Counts::plus);
        }
        List<Summed> summed = new ArrayList<>();
        counts.forEach((number, sum) -> {
            Control control = controls.get(number);
            if (control != null) {
                summed.add(new Summed(control.id(), weight(control.severity(), parameters), sum));
            }
        });
        return summed;
    }

    private static int weight(Severity severity, Parameters parameters) {
        return parameters.weights().getOrDefault(severity, 0);
    }

    private static @Nullable Double coverage(Counts counts) {
        long judged = counts.pass() + counts.fail() + counts.waived();
        long all = judged + counts.unknown();
        return all == 0 ? null : (double) judged / all;
    }

    /** Keeps the last digit of a division from putting the value outside its range. */
    private static @Nullable Double atMost(@Nullable Double bound, @Nullable Double value) {
        return bound == null || value == null ? bound : Double.valueOf(Math.min(bound, value));
    }

    private static @Nullable Double atLeast(@Nullable Double bound, @Nullable Double value) {
        return bound == null || value == null ? bound : Double.valueOf(Math.max(bound, value));
    }

    private record Summed(String control, int weight, Counts counts) {
        Gap gap(long weights) {
            double missing = (double) counts.fail() / (counts.pass() + counts.fail());
            return new Gap(control, counts.fail(), weights == 0 ? 0 : HUNDRED * weight * missing / weights);
        }
    }

    /** A weighted mean of ratios; a ratio over nothing does not count. */
    private static final class Mean {
        private double sum;
        private long weights;

        void add(int weight, long part, long all) {
            if (all > 0) {
                sum += weight * ((double) part / all);
                weights += weight;
            }
        }

        @Nullable
        Double percent() {
            return weights == 0 ? null : Double.valueOf(HUNDRED * sum / weights);
        }
    }
}
