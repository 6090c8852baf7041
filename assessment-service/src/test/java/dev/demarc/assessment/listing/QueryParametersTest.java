package dev.demarc.assessment.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.Severity;
import dev.demarc.shell.problem.RefusedValueException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {
    private static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");

    @Test
    void refusesAParameterThatIsNotAcceptedAndNamesThoseThatAre() {
        assertThatThrownBy(() -> of("regoin", "eu-central-1"))
                .isInstanceOf(RefusedValueException.class)
                .hasMessage("query parameter is 'regoin'; accepted: cursor, day, limit, team");
    }

    @Test
    void takesSeveralValuesByCommasAndByRepeating() {
        QueryParameters parameters = of("team", "a, b", "team", "c,,a");

        assertThat(parameters.many("team")).containsExactly("a", "b", "c");
        assertThat(parameters.manyOrEmpty("team")).containsExactly("a", "b", "c", "");
        assertThat(parameters.many("day")).isEmpty();
    }

    @Test
    void takesOneValueWhereOneIsMeant() {
        assertThat(of("team", "a").one("team")).contains("a");
        assertThat(of("team", "").one("team")).isEmpty();
        assertThatThrownBy(() -> of("team", "a", "team", "b").one("team")).hasMessageContaining("accepted: one value");
    }

    @Test
    void takesConstantsInEitherCaseAndNamesThoseThatThereAre() {
        assertThat(of("team", "high,LOW").among("team", Severity.class)).containsExactly(Severity.HIGH, Severity.LOW);
        assertThatThrownBy(() -> of("team", "tiny").among("team", Severity.class))
                .hasMessage("team is 'tiny'; accepted: critical, high, medium, low");
        assertThatThrownBy(() -> of("team", "c").among("team", Set.of("b", "a")))
                .hasMessage("team is 'c'; accepted: a, b");
    }

    @Test
    void refusesAValueOfAnotherForm() {
        Pattern digits = Pattern.compile("\\d+");

        assertThat(of("team", "12,3").matching("team", digits)).containsExactly("12", "3");
        assertThatThrownBy(() -> of("team", "12,x").matching("team", digits)).hasMessageContaining("'x'");
    }

    @ParameterizedTest
    @CsvSource({"2026-06-10, 2026-06-10T00:00:00Z", "2026-06-10T12:00:00Z, 2026-06-10T12:00:00Z"})
    void takesADayForItsBeginning(String text, Instant instant) {
        assertThat(of("day", text).past("day", NOW)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-11", "2026-06-10T12:00:01Z", "yesterday", "2026-02-30"})
    void refusesATimeThatIsNoneOrToCome(String text) {
        assertThatThrownBy(() -> of("day", text).past("day", NOW)).hasMessageContaining("nor yet to come");
    }

    @Test
    void refusesAnInstantBeforeWhatIsKeptAndNamesTheFirst() {
        Instant kept = Instant.parse("2026-05-01T00:00:00Z");

        assertThat(of("day", "2026-05-01").past("day", Optional.of(kept), NOW)).contains(kept);
        assertThatThrownBy(() -> of("day", "2026-04-30").past("day", Optional.of(kept), NOW))
                .isInstanceOf(RefusedValueException.class)
                .hasMessageContaining("not before 2026-05-01T00:00:00Z");
    }

    @Test
    void givesFiftyItemsAPageAndAtMostFiveHundred() {
        assertThat(of().limit()).isEqualTo(50);
        assertThat(of("limit", "500").limit()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "many", "99999999999"})
    void refusesALimitThatIsNone(String limit) {
        assertThatThrownBy(() -> of("limit", limit).limit()).hasMessageContaining("accepted: 1 to 500");
    }

    @Test
    void knowsTheSameFilterAgainWhateverThePage() {
        int fingerprint = of("team", "a", "limit", "2").fingerprint();

        assertThat(of("limit", "3", "cursor", "x", "team", "a").fingerprint()).isEqualTo(fingerprint);
        assertThat(of("team", "b").fingerprint()).isNotEqualTo(fingerprint);
    }

    private static QueryParameters of(String... namesAndValues) {
        MultivaluedHashMap<String, String> given = new MultivaluedHashMap<>();
        List<String> all = List.of(namesAndValues);
        for (int i = 0; i < all.size(); i += 2) {
            given.add(all.get(i), all.get(i + 1));
        }
        return new QueryParameters(given, Set.of("team", "day", "cursor", "limit"));
    }
}
