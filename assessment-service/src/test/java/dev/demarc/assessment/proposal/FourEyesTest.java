package dev.demarc.assessment.proposal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.proposal.StatementStore.Stored;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.access.Person;
import dev.demarc.contracts.api.StatementScope;
import dev.demarc.contracts.api.StatementView.State;
import dev.demarc.shell.problem.RefusedValueException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FourEyesTest {
    private static final Person ADA = new Person("idp 1", "Ada");
    private static final Person OTHER_ADA = new Person("idp 2", "Ada");
    private static final Person ADA_AS_SHE_SAYS = new Person(null, "Ada");
    private static final Person BOB = new Person("idp 3", "Bob");

    @Test
    void areTwoPeopleWhateverTheirNames() {
        assertThatCode(() -> check(waiverBy(ADA), OTHER_ADA, Set.of(), Severity.LOW, false))
                .doesNotThrowAnyException();
    }

    @Test
    void areNotOnePersonUnderTwoNames() {
        Person renamed = new Person(ADA.id(), "Ada of Platform");

        assertThatThrownBy(() -> check(waiverBy(ADA), renamed, Set.of(), Severity.LOW, false))
                .isInstanceOf(RefusedValueException.class)
                .hasMessageContaining("somebody other than the author");
    }

    @Test
    void areToldApartByNameWhereOneHasNotProvenWhoTheyAre() {
        assertThatThrownBy(() -> check(waiverBy(ADA), ADA_AS_SHE_SAYS, Set.of(), Severity.LOW, false))
                .isInstanceOf(RefusedValueException.class);
        assertThatCode(() -> check(waiverBy(ADA_AS_SHE_SAYS), BOB, Set.of(), Severity.LOW, false))
                .doesNotThrowAnyException();
    }

    @Test
    void areOfTwoTeamsWhereACriticalFailureIsWaived() {
        assertThatThrownBy(() -> check(waiverBy(ADA), BOB, Set.of("payments", "x"), Severity.CRITICAL, false))
                .hasMessageContaining("another team than payments");
        assertThatCode(() -> {
                    check(waiverBy(ADA), BOB, Set.of("platform"), Severity.CRITICAL, false);
                    check(waiverBy(ADA), BOB, Set.of("payments"), Severity.HIGH, false);
                    check(waiverBy(ADA), BOB, Set.of("payments"), Severity.CRITICAL, true);
                })
                .doesNotThrowAnyException();
    }

    private static void check(Stored stored, Person by, Set<String> teams, Severity severity, boolean sameTeam) {
        FourEyes.check(stored, by, teams, severity, sameTeam);
    }

    private static Stored waiverBy(Person author) {
        return new Stored(
                new UUID(0, 1),
                StatementKind.WAIVER,
                "s3-bucket-not-public",
                1,
                new StatementScope(null, List.of(), List.of("111122223333"), List.of()),
                "accepted for now",
                author,
                Set.of("payments"),
                null,
                Instant.parse("2027-01-01T00:00:00Z"),
                State.PROPOSED,
                new Coverage(Set.of("111122223333"), Map.of()));
    }
}
