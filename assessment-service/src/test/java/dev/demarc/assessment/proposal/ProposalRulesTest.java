package dev.demarc.assessment.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.fixture.CatalogBuilder;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.access.Person;
import dev.demarc.contracts.api.StatementProposal;
import dev.demarc.contracts.api.StatementScope;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.shell.problem.RefusedValueException;
import dev.demarc.shell.problem.UnknownReferenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProposalRulesTest {
    private static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");
    private static final String FILE = "00000000-0000-0000-0000-000000000001";
    private static final StatementScope SCOPE = new StatementScope(null, List.of(), List.of("111122223333"), List.of());
    private static final CatalogRevision CATALOG = CatalogBuilder.aCatalog()
            .number(7)
            .control("bucket-versioned", Severity.HIGH)
            .revision();

    @Test
    void takesAWaiverAsItIsStatedAndWithTheRevisionThatItWasCheckedBy() {
        Proposal proposal = check(StatementKind.WAIVER, aProposal().files(FILE, FILE));

        assertThat(proposal.control().id()).isEqualTo("bucket-versioned");
        assertThat(proposal.revision()).isEqualTo(7);
        assertThat(proposal.text()).isEqualTo("It is so.");
        assertThat(proposal.evidenceFiles()).containsExactly(UUID.fromString(FILE));
        assertThat(proposal.begin(NOW)).isEqualTo(NOW);
    }

    @Test
    void bindsTheTermOfAWaiverToTheSeverityOfItsControl() {
        Instant latest = NOW.plus(Duration.ofDays(90));

        assertThat(check(StatementKind.WAIVER, aProposal().until(latest)).expiresAt())
                .isEqualTo(latest);
        assertRefused(aProposal().until(latest.plusMillis(1)), "expiresAt", "until " + latest);
    }

    @Test
    void countsTheTermFromWhenTheStatementBegins() {
        Instant begin = NOW.plus(Duration.ofDays(10));

        assertThat(check(StatementKind.WAIVER, aProposal().from(begin).until(begin.plus(Duration.ofDays(90))))
                        .begin(NOW))
                .isEqualTo(begin);
    }

    @Test
    void refusesATermThatIsOverOrNone() {
        assertRefused(aProposal().until(NOW), "expiresAt", "an instant after now");
        assertRefused(aProposal().until(null), "expiresAt", "an instant after now");
        assertRefused(aProposal().from(NOW.minusSeconds(1)), "validFrom", "an instant from now");
        assertRefused(aProposal().from(NOW.plusSeconds(60)).until(NOW.plusSeconds(60)), "validFrom", "until expiresAt");
    }

    @Test
    void refusesAControlThatTheCatalogHasNot() {
        assertThatThrownBy(() -> check(StatementKind.WAIVER, aProposal().of("no-such")))
                .isInstanceOf(UnknownReferenceException.class)
                .hasMessageContaining("catalog revision 7");
    }

    @ParameterizedTest
    @EnumSource(names = {"ATTESTATION", "DECLARATION"})
    void refusesAKindThatIsNotOfTheControl(StatementKind kind) {
        assertThatThrownBy(() -> check(kind, aProposal()))
                .isInstanceOf(RefusedValueException.class)
                .hasMessageStartingWith("control is 'bucket-versioned'; accepted: a control that");
    }

    @Test
    void refusesWhatIsNotSaid() {
        assertRefused(aProposal().saying(" "), "text", "not blank");
        assertRefused(aProposal().saying("x".repeat(10_001)), "text", "at most 10000 characters");
        assertRefused(aProposal().by(null), "author", "not blank");
        assertRefused(aProposal().of(null), "control", "not blank");
        assertRefused(aProposal().about(null), "scope", "an organization, ou, accounts or resources");
    }

    @Test
    void refusesMoreFilesThanAReaderOpens() {
        String[] files = Collections.nCopies(21, FILE).toArray(String[]::new);

        assertRefused(aProposal().files(files), "evidenceFiles", "at most 20");
    }

    private static void assertRefused(Proposed proposed, String field, String accepted) {
        assertThatThrownBy(() -> check(StatementKind.WAIVER, proposed))
                .isInstanceOf(RefusedValueException.class)
                .hasMessageStartingWith(field + " is ")
                .hasMessageContaining(accepted);
    }

    private static Proposal check(StatementKind kind, Proposed proposed) {
        return ProposalRules.check(kind, proposed.proposal(), null, new Person(null, "somebody"), CATALOG, NOW);
    }

    private static Proposed aProposal() {
        return new Proposed(
                "bucket-versioned", SCOPE, "It is so.", List.of(), "Ada", null, NOW.plus(Duration.ofDays(20)));
    }

    /** A proposal that is accepted until a part of it is changed. */
    private record Proposed(
            @Nullable String control,
            @Nullable StatementScope scope,
            String text,
            List<String> evidence,
            @Nullable String author,
            @Nullable Instant validFrom,
            @Nullable Instant expiresAt) {
        Proposed of(@Nullable String other) {
            return new Proposed(other, scope, text, evidence, author, validFrom, expiresAt);
        }

        Proposed about(@Nullable StatementScope other) {
            return new Proposed(control, other, text, evidence, author, validFrom, expiresAt);
        }

        Proposed saying(String other) {
            return new Proposed(control, scope, other, evidence, author, validFrom, expiresAt);
        }

        Proposed files(String... others) {
            return new Proposed(control, scope, text, List.of(others), author, validFrom, expiresAt);
        }

        Proposed by(@Nullable String other) {
            return new Proposed(control, scope, text, evidence, other, validFrom, expiresAt);
        }

        Proposed from(Instant other) {
            return new Proposed(control, scope, text, evidence, author, other, expiresAt);
        }

        Proposed until(@Nullable Instant other) {
            return new Proposed(control, scope, text, evidence, author, validFrom, other);
        }

        StatementProposal proposal() {
            return new StatementProposal(control, scope, text, null, evidence, author, validFrom, expiresAt);
        }
    }
}
