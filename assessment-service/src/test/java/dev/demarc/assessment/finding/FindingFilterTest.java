package dev.demarc.assessment.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.fixture.CatalogBuilder;
import dev.demarc.assessment.listing.QueryParameters;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.api.FindingView.State;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.shell.problem.RefusedValueException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingFilterTest {
    private static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");
    private static final CatalogRevision CATALOG = CatalogBuilder.aCatalog()
            .control("bucket-not-public", Severity.CRITICAL)
            .shared("bucket-encrypted", Severity.MEDIUM)
            .control("user-with-mfa", Severity.HIGH, CatalogBuilder.USER, null)
            .control("user-in-group", Severity.LOW, CatalogBuilder.USER, null)
            .revision();

    @Test
    void isAboutOpenFindingsOfEveryControlWhereNothingIsAsked() {
        FindingFilter filter = of();

        assertThat(filter.states()).containsExactly(State.OPEN);
        assertThat(filter.controls()).isEqualTo(CATALOG.controls());
        assertThat(filter.teams()).isEmpty();
        assertThat(filter.openedIn(Severity.HIGH)).isEqualTo(OpenedIn.ANY);
    }

    @ParameterizedTest
    @CsvSource({
        "severity, 'critical,low', 'bucket-not-public,user-in-group'",
        "layer, data, 'bucket-not-public,bucket-encrypted,user-with-mfa,user-in-group'",
        "control, user-with-mfa, user-with-mfa",
        "service, s3, 'bucket-not-public,bucket-encrypted'",
        "type, AWS::IAM::User, 'user-with-mfa,user-in-group'"
    })
    void leavesTheControlsThatAreAskedFor(String parameter, String value, String controls) {
        assertThat(of(parameter, value).controls()).extracting(Control::id).containsExactly(controls.split(",", -1));
    }

    @Test
    void leavesOnlyWhatEveryParameterLeaves() {
        assertThat(of("service", "s3", "severity", "high").controls()).isEmpty();
        assertThat(of("service", "s3", "type", "AWS::IAM::User").controls()).isEmpty();
    }

    @Test
    void takesPartiesTeamsAndTheEmptyTeamForNone() {
        FindingFilter filter = of("party", "customer,SHARED", "team", "payments,");

        assertThat(filter.parties()).containsExactlyInAnyOrder(Party.CUSTOMER, Party.SHARED);
        assertThat(filter.teams()).containsExactlyInAnyOrder("payments", "");
    }

    @Test
    void countsWhatIsOverdueFromTheDaysOfItsSeverity() {
        FindingFilter filter = of("overdue", "true");

        assertThat(filter.openedIn(Severity.HIGH).before())
                .isEqualTo(NOW.minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.DAYS));
        assertThat(filter.openedIn(Severity.LOW).contains(Instant.EPOCH)).isFalse();
        assertThat(of("overdue", "false").openedIn(Severity.HIGH)).isEqualTo(OpenedIn.ANY);
    }

    @Test
    void refusesOverdueOfWhatIsNotOpen() {
        assertThatThrownBy(() -> of("overdue", "true", "state", "waived"))
                .isInstanceOf(RefusedValueException.class)
                .hasMessage("state is 'waived'; accepted: open, where overdue is given");
    }

    @ParameterizedTest
    @CsvSource({
        "severity, tiny, 'critical, high, medium, low'",
        "layer, dta, 'data, hardware'",
        "control, no-such, 'bucket-encrypted, bucket-not-public'",
        "service, s4, 'account, iam, s3'",
        "type, AWS::S3::Bukket, AWS::S3::Bucket",
        "region, eu_central_1, global|",
        "account, 12, \\d{12}",
        "since, 2026-06-11, nor yet to come",
        "overdue, maybe, 'false, true'"
    })
    void refusesWhatItDoesNotKnowAndSaysWhatItDoes(String parameter, String value, String accepted) {
        assertThatThrownBy(() -> of(parameter, value))
                .isInstanceOf(RefusedValueException.class)
                .hasMessageStartingWith(parameter + " is '" + value + "'; accepted: ")
                .hasMessageContaining(accepted);
    }

    private static FindingFilter of(String... namesAndValues) {
        MultivaluedHashMap<String, String> given = new MultivaluedHashMap<>();
        List<String> all = List.of(namesAndValues);
        for (int i = 0; i < all.size(); i += 2) {
            given.add(all.get(i), all.get(i + 1));
        }
        return FindingFilter.of(new QueryParameters(given, FindingFilter.PARAMETERS), CATALOG, NOW);
    }
}
