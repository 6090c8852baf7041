package dev.demarc.assessment.tally;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.tally.CountDifference.Counted;
import dev.demarc.assessment.tally.CountDifference.Member;
import dev.demarc.assessment.tally.CountDifference.Open;
import dev.demarc.assessment.tally.CountDifference.Owned;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountDifferenceTest {
    private static final Instant OPENED = Instant.parse("2026-03-01T23:59:59Z");
    private static final long DAY = LocalDate.of(2026, 3, 1).toEpochDay();

    private final CountDifference difference = new CountDifference();

    @Test
    void countsAResourceForItsTeamItsWorkloadAndTheDaysItsFindingsOpenedOn() {
        difference.add(new Counted(7, 2, 5, 3, List.of(failing(1), failing(2))));

        assertThat(difference.counts())
                .containsOnly(
                        entry(new Owned(7, 2), 1L),
                        entry(new Member(7, 3, 5), 1L),
                        entry(new Open(7, 1, 2, DAY), 1L),
                        entry(new Open(7, 2, 2, DAY), 1L));
    }

    @Test
    void aChangeOfTheTeamMovesItsFindingsAlong() {
        difference.subtract(new Counted(7, 2, 5, 0, List.of(failing(1))));
        difference.add(new Counted(7, 4, 5, 0, List.of(failing(1))));

        assertThat(difference.counts())
                .containsOnly(
                        entry(new Owned(7, 2), -1L),
                        entry(new Owned(7, 4), 1L),
                        entry(new Open(7, 1, 2, DAY), -1L),
                        entry(new Open(7, 1, 4, DAY), 1L));
    }

    @Test
    void whatComesAndGoesIsNoDifference() {
        Counted resource = new Counted(7, 2, 5, 3, List.of(failing(1)));

        difference.add(resource);
        difference.subtract(resource);

        assertThat(difference.counts()).isEmpty();
    }

    @Test
    void aFailureThatNobodyCanReadAnyMoreStaysOpenSinceItsDay() {
        NonPass unreadable = new NonPass(
                1, Verdict.UNKNOWN, Party.CUSTOMER, OPENED.plusSeconds(90_000), "denied", null, OPENED, false);

        difference.add(new Counted(7, 2, 5, 0, List.of(unreadable)));

        assertThat(difference.counts()).containsEntry(new Open(7, 1, 2, DAY), 1L);
    }

    @Test
    void waivedUnknownAndNotApplicableOnesAreNotOpen() {
        difference.add(new Counted(
                7,
                2,
                5,
                -1,
                List.of(
                        new NonPass(1, Verdict.FAIL, Party.CUSTOMER, OPENED, null, null, null, true),
                        new NonPass(2, Verdict.UNKNOWN, Party.CUSTOMER, OPENED, "denied", null, null, false),
                        new NonPass(3, Verdict.NOT_APPLICABLE, Party.CUSTOMER, OPENED, null, null, null, false))));

        assertThat(difference.counts()).containsOnlyKeys(new Owned(7, 2));
    }

    private static NonPass failing(int control) {
        return new NonPass(control, Verdict.FAIL, Party.CUSTOMER, OPENED, null, null, null, false);
    }
}
