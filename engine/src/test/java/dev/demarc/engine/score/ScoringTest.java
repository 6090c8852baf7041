package dev.demarc.engine.score;

import static dev.demarc.engine.score.Tallies.CONTROLS;
import static dev.demarc.engine.score.Tallies.CRITICAL;
import static dev.demarc.engine.score.Tallies.HIGH;
import static dev.demarc.engine.score.Tallies.LOW;
import static dev.demarc.engine.score.Tallies.MEDIUM;
import static dev.demarc.engine.score.Tallies.PARAMETERS;
import static dev.demarc.engine.score.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.Gap;
import dev.demarc.contracts.scorecard.Grade;
import dev.demarc.contracts.scorecard.Score;
import dev.demarc.contracts.scorecard.Tally;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {
    @Test
    void weighsEachControlsRatioBySeverity() {
        Score score = score(tally(CRITICAL, 1, 1), tally(LOW, 3, 0));

        assertThat(score.value()).isCloseTo(100 * (10 * 0.5 + 1 * 1.0) / 11, within(1e-9));
    }

    @Test
    void sumsTheTalliesOfOneControlBeforeItDivides() {
        Score score = score(tally(HIGH, 9, 0), tally(HIGH, 0, 1));

        assertThat(score.value()).isCloseTo(90.0, within(1e-9));
    }

    @Test
    void spansTheRangeByUnknownAndWaived() {
        Score score = score(tally(HIGH, 6, 2, 1, 1));

        assertThat(score.value()).isCloseTo(75.0, within(1e-9));
        assertThat(score.low()).isCloseTo(60.0, within(1e-9));
        assertThat(score.high()).isCloseTo(80.0, within(1e-9));
    }

    @Test
    void countsAControlOfWhichNothingIsKnownInTheRangeOnly() {
        Score score = score(tally(HIGH, 5, 0), tally(MEDIUM, 0, 0, 3, 0));

        assertThat(score.value()).isEqualTo(100.0);
        assertThat(score.low()).isCloseTo(100.0 * 5 / 7, within(1e-9));
        assertThat(score.high()).isEqualTo(100.0);
    }

    @Test
    void hasNoValueWhereNothingWasJudged() {
        Score unknown = score(tally(HIGH, 0, 0, 3, 0));
        Score nothing = score();

        assertThat(unknown.value()).isNull();
        assertThat(unknown.low()).isEqualTo(0.0);
        assertThat(unknown.high()).isEqualTo(100.0);
        assertThat(unknown.coverage()).isEqualTo(0.0);
        assertThat(unknown.securityHub()).isNull();
        assertThat(nothing).isEqualTo(new Score(null, null, null, null, null, Counts.NONE));
    }

    @Test
    void coversWhatWasJudged() {
        assertThat(score(tally(HIGH, 6, 1, 2, 1)).coverage()).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void givesSecurityHubsMeasureBeside() {
        Score score =
                score(tally(CRITICAL, 5, 0), tally(HIGH, 5, 1), tally(MEDIUM, 5, 0, 1, 0), tally(LOW, 5, 0, 0, 1));

        assertThat(score.securityHub()).isCloseTo(50.0, within(1e-9));
    }

    @Test
    void countsNoControlInSecurityHubsMeasureOfWhichThereIsNoData() {
        Score score = score(tally(CRITICAL, 5, 0), tally(HIGH, 0, 0, 3, 0), tally(LOW, 0, 0, 0, 2));

        assertThat(score.securityHub()).isEqualTo(100.0);
    }

    @Test
    void leavesOutControlsThatTheCatalogNoLongerHas() {
        assertThat(score(tally(HIGH, 1, 0), tally(99, 0, 5)).value()).isEqualTo(100.0);
    }

    @ParameterizedTest
    @CsvSource({"100, A", "95, A", "94.99, B", "85, B", "84.99, C", "70, C", "69.99, D", "50, D", "49.99, E", "0, E"})
    void gradesFromTheLowerBoundOn(double value, Grade grade) {
        assertThat(Scoring.grade(of(value), false)).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"100, D", "70, D", "50, D", "49, E"})
    void gradesNoBetterThanDWithAnOpenCriticalFinding(double value, Grade grade) {
        assertThat(Scoring.grade(of(value), true)).isEqualTo(grade);
    }

    @Test
    void givesNoGradeWithoutAValue() {
        assertThat(Scoring.grade(score(), true)).isNull();
    }

    @Test
    void ranksGapsByWhatMendingThemGains() {
        List<Gap> gaps = Scoring.gaps(
                List.of(tally(CRITICAL, 8, 2), tally(HIGH, 0, 2), tally(MEDIUM, 4, 0), tally(LOW, 0, 100)),
                CONTROLS,
                PARAMETERS,
                2);

        assertThat(gaps).extracting(Gap::control).containsExactly("control-2", "control-1");
        assertThat(gaps.get(0).failing()).isEqualTo(2);
        assertThat(gaps.get(0).gain()).isCloseTo(100.0 * 5 / 18, within(1e-9));
    }

    private static Score score(Tally... tallies) {
        return Scoring.score(List.of(tallies), CONTROLS, PARAMETERS);
    }

    private static Score of(double value) {
        return new Score(value, value, value, 1.0, value, Counts.NONE);
    }
}
