package dev.demarc.engine.score;

import static dev.demarc.engine.score.Tallies.CONTROLS;
import static dev.demarc.engine.score.Tallies.PARAMETERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.Gap;
import dev.demarc.contracts.scorecard.Score;
import dev.demarc.contracts.scorecard.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScoringPropertiesTest {
    @Property
    void putsTheValueIntoItsRange(@ForAll("tallies") List<Tally> tallies) {
        Score score = score(tallies);
        Assume.that(score.value() != null);

        assertThat(score.value()).isBetween(score.low(), score.high());
        assertThat(score.low()).isBetween(0.0, 100.0);
        assertThat(score.high()).isBetween(0.0, 100.0);
    }

    @Property
    void doesNotDependOnTheOrderOfTallies(@ForAll("tallies") List<Tally> tallies, @ForAll Random random) {
        List<Tally> shuffled = new ArrayList<>(tallies);
        Collections.shuffle(shuffled, random);

        assertThat(score(shuffled)).isEqualTo(score(tallies));
    }

    @Property
    void rollsUpExactly(@ForAll("tallies") List<Tally> one, @ForAll("tallies") List<Tally> other) {
        List<Tally> both = new ArrayList<>(one);
        both.addAll(other);

        Score merged = score(merged(both));

        assertThat(merged).isEqualTo(score(both));
    }

    @Property
    void gainsWhatAGapPromises(@ForAll("tallies") List<Tally> tallies) {
        List<Gap> gaps = Scoring.gaps(tallies, CONTROLS, PARAMETERS, 1);
        Assume.that(!gaps.isEmpty());
        Gap gap = gaps.get(0);

        List<Tally> mended = tallies.stream()
                .map(tally -> ("control-" + tally.control()).equals(gap.control()) ? mended(tally) : tally)
                .toList();

        assertThat(value(mended)).isCloseTo(value(tallies) + gap.gain(), within(1e-9));
    }

    @Provide
    Arbitrary<List<Tally>> tallies() {
        Arbitrary<Long> number = Arbitraries.longs().between(0, 1_000);
        Arbitrary<Counts> counts =
                Combinators.combine(number, number, number, number, number).as(Counts::new);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(Party.values()),
                        Arbitraries.of("", "blue", "red"),
                        counts)
                .as(Tally::new)
                .list()
                .ofMaxSize(12);
    }

    private static Score score(List<Tally> tallies) {
        return Scoring.score(tallies, CONTROLS, PARAMETERS);
    }

    private static double value(List<Tally> tallies) {
        Double value = score(tallies).value();
        return value == null ? Double.NaN : value;
    }

    private static List<Tally> merged(List<Tally> tallies) {
        return CONTROLS.keySet().stream()
                .map(control -> new Tally(
                        control,
                        Party.CUSTOMER,
                        "",
                        tallies.stream()
                                .filter(tally -> tally.control() == control)
                                .map(Tally::counts)
                                .reduce(Counts.NONE, Counts::plus)))
                .toList();
    }

    private static Tally mended(Tally tally) {
        Counts counts = tally.counts();
        return new Tally(
                tally.control(),
                tally.party(),
                tally.team(),
                new Counts(
                        counts.pass() + counts.fail(), 0, counts.unknown(), counts.waived(), counts.notApplicable()));
    }
}
