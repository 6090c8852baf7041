package dev.demarc.assessment.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.verdict.Applicable;
import dev.demarc.assessment.verdict.Applicable.Passing;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TallyDifferenceTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Applicable TWO =
            new Applicable(List.of(new Passing(1, Party.CUSTOMER), new Passing(2, Party.SHARED)));

    private final TallyDifference difference = new TallyDifference();

    @Test
    void whatDoesNotFailPasses() {
        difference.add(7, 3, TWO, List.of(nonPass(2, Verdict.FAIL, Party.SHARED, null, false)));

        assertThat(counts())
                .containsExactly(Map.entry("7/1/CUSTOMER/3", "pass 1"), Map.entry("7/2/SHARED/3", "fail 1"));
    }

    @Test
    void whatIsAddedAndTakenAwayIsNothing() {
        List<NonPass> nonPasses = List.of(nonPass(1, Verdict.NOT_APPLICABLE, Party.AWS, null, false));
        difference.add(7, 3, TWO, nonPasses);

        difference.subtract(7, 3, TWO, nonPasses);

        assertThat(counts()).isEmpty();
    }

    @Test
    void aResourceThatGoesToAnotherTeamMoves() {
        difference.subtract(7, 3, TWO, List.of());

        difference.add(7, 4, TWO, List.of());

        assertThat(counts())
                .containsExactly(
                        Map.entry("7/1/CUSTOMER/3", "pass -1"),
                        Map.entry("7/1/CUSTOMER/4", "pass 1"),
                        Map.entry("7/2/SHARED/3", "pass -1"),
                        Map.entry("7/2/SHARED/4", "pass 1"));
    }

    @Test
    void aControlThatIsAnothersOnAResourceCountsThere() {
        difference.add(7, 3, TWO, List.of(nonPass(1, Verdict.UNKNOWN, Party.AWS, null, false)));

        assertThat(counts()).containsExactly(Map.entry("7/1/AWS/3", "unknown 1"), Map.entry("7/2/SHARED/3", "pass 1"));
    }

    @Test
    void aWaivedFindingCountsAsWaivedOnly() {
        difference.add(7, 3, TWO, List.of(nonPass(1, Verdict.UNKNOWN, Party.CUSTOMER, NOON, true)));

        assertThat(counts()).containsEntry("7/1/CUSTOMER/3", "waived 1");
    }

    @Test
    void aFailureThatCannotBeReadIsUnknownAndUnverified() {
        difference.add(7, 3, TWO, List.of(nonPass(1, Verdict.UNKNOWN, Party.CUSTOMER, NOON, false)));

        assertThat(counts()).containsEntry("7/1/CUSTOMER/3", "unknown 1 unverified 1");
    }

    @Test
    void aControlThatTheCatalogHasRetiredCountsWhereItStillStands() {
        difference.add(7, 3, TWO, List.of(nonPass(9, Verdict.FAIL, Party.CUSTOMER, null, false)));

        assertThat(counts()).containsEntry("7/9/CUSTOMER/3", "fail 1").containsEntry("7/1/CUSTOMER/3", "pass 1");
    }

    private Map<String, String> counts() {
        Map<String, String> counts = new TreeMap<>();
        difference.forEach((key, change) -> counts.put(text(key), text(change)));
        return counts;
    }

    private static String text(TallyDifference.Key key) {
        return key.scope() + "/" + key.control() + "/" + key.party() + "/" + key.team();
    }

    private static String text(TallyDifference.Change change) {
        return (part("pass", change.pass())
                        + part("fail", change.fail())
                        + part("unknown", change.unknown())
                        + part("n/a", change.notApplicable())
                        + part("unverified", change.unverified())
                        + part("waived", change.waived()))
                .strip();
    }

    private static String part(String name, long count) {
        return count == 0 ? "" : name + " " + count + " ";
    }

    private static NonPass nonPass(
            int control, Verdict verdict, Party party, @Nullable Instant failingSince, boolean waived) {
        String reason = verdict == Verdict.UNKNOWN ? "denied" : null;
        return new NonPass(control, verdict, party, NOON, reason, null, failingSince, waived);
    }
}
