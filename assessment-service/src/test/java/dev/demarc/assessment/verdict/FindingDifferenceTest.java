package dev.demarc.assessment.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingDifferenceTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void opensWhatFailsNow() {
        FindingDifference difference = FindingDifference.between(List.of(), List.of(fails(1), notApplicable(2)), false);

        assertThat(difference).isEqualTo(new FindingDifference(List.of(fails(1)), List.of(), List.of()));
    }

    @Test
    void resolvesWhatFailsNoMore() {
        FindingDifference difference =
                FindingDifference.between(List.of(fails(1), fails(2)), List.of(notApplicable(2)), false);

        assertThat(difference).isEqualTo(new FindingDifference(List.of(), List.of(), List.of(fails(1), fails(2))));
    }

    @Test
    void sameFindingsAreNoDifference() {
        List<NonPass> stays = List.of(fails(1), notApplicable(2), unreadable(3));

        assertThat(FindingDifference.between(stays, stays, false)).isSameAs(FindingDifference.NONE);
    }

    @Test
    void changesWhatAnotherTeamMustMend() {
        FindingDifference difference = FindingDifference.between(List.of(fails(1)), List.of(fails(1)), true);

        assertThat(difference.changed()).containsExactly(fails(1));
    }

    @Test
    void changesWhatIsWaived() {
        FindingDifference difference = FindingDifference.between(List.of(fails(1)), List.of(waived(1)), false);

        assertThat(difference).isEqualTo(new FindingDifference(List.of(), List.of(waived(1)), List.of()));
    }

    @Test
    void changesWhatCannotBeReadAnyMoreAndKeepsItOpen() {
        FindingDifference difference = FindingDifference.between(List.of(fails(1)), List.of(unreadable(1)), false);

        assertThat(difference).isEqualTo(new FindingDifference(List.of(), List.of(unreadable(1)), List.of()));
    }

    @Test
    void whatWasNeverSeenToFailIsNoFinding() {
        NonPass unknown = new NonPass(1, Verdict.UNKNOWN, Party.CUSTOMER, NOON, "denied", null, null, false);

        assertThat(FindingDifference.between(List.of(), List.of(unknown), true)).isSameAs(FindingDifference.NONE);
        assertThat(FindingDifference.between(List.of(unknown), List.of(fails(1)), false)
                        .opened())
                .containsExactly(fails(1));
    }

    private static NonPass fails(int control) {
        return new NonPass(control, Verdict.FAIL, Party.CUSTOMER, NOON, null, null, null, false);
    }

    private static NonPass waived(int control) {
        return new NonPass(control, Verdict.FAIL, Party.CUSTOMER, NOON, null, null, null, true);
    }

    private static NonPass notApplicable(int control) {
        return new NonPass(control, Verdict.NOT_APPLICABLE, Party.CUSTOMER, NOON, null, null, null, false);
    }

    private static NonPass unreadable(int control) {
        return new NonPass(control, Verdict.UNKNOWN, Party.CUSTOMER, NOON, "denied", "s3:Get", NOON, false);
    }
}
