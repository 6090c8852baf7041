package dev.demarc.assessment.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.shell.problem.RefusedValueException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryParametersTest {
    private static final Instant NOW = Instant.parse("2026-06-10T08:00:00Z");
    private static final Instant KEPT = Instant.parse("2026-05-01T00:00:00Z");

    @Test
    void takesADayForItsBeginning() {
        assertThat(since("2026-05-01").past("since", Optional.of(KEPT), NOW)).contains(KEPT);
    }

    @Test
    void refusesAnInstantBeforeWhatIsKeptAndNamesTheFirst() {
        assertThatThrownBy(() -> since("2026-04-30").past("since", Optional.of(KEPT), NOW))
                .isInstanceOf(RefusedValueException.class)
                .hasMessageContaining("not before 2026-05-01T00:00:00Z");
    }

    @Test
    void refusesAnInstantThatIsYetToCome() {
        assertThatThrownBy(() -> since("2026-06-10T08:00:01Z").past("since", NOW))
                .isInstanceOf(RefusedValueException.class);
    }

    @Test
    void refusesWhatIsNoInstant() {
        assertThatThrownBy(() -> since("tomorrow").past("since", NOW)).isInstanceOf(RefusedValueException.class);
    }

    @Test
    void refusesAPageOfTooMany() {
        assertThatThrownBy(() -> parameters("limit", "501").limit()).isInstanceOf(RefusedValueException.class);
    }

    @Test
    void refusesAParameterThatNobodyReads() {
        assertThatThrownBy(() -> new QueryParameters(given("sinc", "2026-05-01"), Set.of("since")))
                .isInstanceOf(RefusedValueException.class)
                .hasMessageContaining("since");
    }

    @Test
    void givesRequestsWithTheSameFilterOneFingerprint() {
        MultivaluedHashMap<String, String> another = given("team", "payments");
        another.putSingle("cursor", "next");

        assertThat(new QueryParameters(another, Set.of("team", "cursor")).fingerprint())
                .isEqualTo(parameters("team", "payments").fingerprint())
                .isNotEqualTo(parameters("team", "cards").fingerprint());
    }

    private static QueryParameters since(String value) {
        return parameters("since", value);
    }

    private static QueryParameters parameters(String name, String value) {
        return new QueryParameters(given(name, value), Set.of(name));
    }

    private static MultivaluedHashMap<String, String> given(String name, String value) {
        MultivaluedHashMap<String, String> given = new MultivaluedHashMap<>();
        given.putSingle(name, value);
        return given;
    }
}
