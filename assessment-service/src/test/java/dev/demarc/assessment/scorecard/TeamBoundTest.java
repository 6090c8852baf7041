package dev.demarc.assessment.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.PackedTallies;
import dev.demarc.contracts.scorecard.Tally;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TeamBoundTest {
    private static final Tally SMALL = tally(1, "small", 1);
    private static final Tally LARGE = tally(1, "large", 9);
    private static final Tally MIDDLE = tally(1, "middle", 5);
    private static final Tally NOBODYS = tally(1, "", 1);

    @Test
    void leavesWhatFitsAsItIs() {
        List<Tally> tallies = List.of(SMALL, LARGE, NOBODYS);

        assertThat(TeamBound.of(tallies)).isSameAs(tallies);
    }

    @Test
    void namesTheTeamsWithMostVerdictsAndCountsTheOthersTogether() {
        List<Tally> bounded = TeamBound.of(List.of(SMALL, LARGE, MIDDLE, NOBODYS), 1, 100);

        assertThat(bounded)
                .containsExactlyInAnyOrder(LARGE, NOBODYS, tally(1, PackedTallies.OTHER_TEAMS, SMALL, MIDDLE));
    }

    @Test
    void namesFewerTeamsWhereTheyHaveManyTallies() {
        List<Tally> bounded = TeamBound.of(List.of(LARGE, tally(2, "large", 9), MIDDLE, SMALL), 10, 2);

        assertThat(bounded).extracting(Tally::team).containsOnly("large", PackedTallies.OTHER_TEAMS);
    }

    @Test
    void boundsThousandsOfTeamsAndLosesNoVerdict() {
        List<Tally> tallies = IntStream.range(0, 16_000)
                .boxed()
                .flatMap(team -> IntStream.rangeClosed(1, 10)
                        .mapToObj(control -> tally(control, "team-" + team + "x".repeat(118), 3)))
                .toList();

        List<Tally> bounded = TeamBound.of(tallies);

        assertThat(bounded).hasSizeLessThanOrEqualTo(TeamBound.MOST_TALLIES);
        assertThat(bounded.stream().mapToLong(tally -> tally.counts().fail()).sum())
                .isEqualTo(16_000 * 10 * 3);
        assertThat(Json.bytes(PackedTallies.pack(bounded)).length).isLessThan(100_000);
    }

    private static Tally tally(int control, String team, long fail) {
        return new Tally(control, Party.CUSTOMER, team, new Counts(0, fail, 0, 0, 0));
    }

    private static Tally tally(int control, String team, Tally one, Tally other) {
        return new Tally(control, Party.CUSTOMER, team, one.counts().plus(other.counts()));
    }
}
