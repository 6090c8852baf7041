package dev.demarc.contracts.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.MalformedRecordException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {
    private static final String ACCOUNT = "111122223333";
    private static final Reach UNIT = Reach.ofUnit("o-a", List.of("Retail", "Prod"));

    @Test
    void ofAUnitCoversAllBelowItInItsOrganizationAlone() {
        assertThat(UNIT.covers(ACCOUNT, "o-a", List.of("Retail", "Prod"))).isTrue();
        assertThat(UNIT.covers(ACCOUNT, "o-a", List.of("Retail", "Prod", "Shop")))
                .isTrue();
        assertThat(UNIT.covers(ACCOUNT, "o-b", List.of("Retail", "Prod"))).isFalse();
        assertThat(UNIT.covers(ACCOUNT, "o-a", List.of("Retail"))).isFalse();
        assertThat(UNIT.covers(ACCOUNT, "o-a", List.of("Retail", "Production"))).isFalse();
    }

    @Test
    void ofAUnitIsNotTakenInByASlashInAName() {
        Reach slashed = Reach.ofUnit("o-a", List.of("Retail/Prod"));

        assertThat(slashed.covers(ACCOUNT, "o-a", List.of("Retail", "Prod"))).isFalse();
        assertThat(UNIT.covers(ACCOUNT, "o-a", List.of("Retail/Prod"))).isFalse();
    }

    @Test
    void ofATeamCoversNoAccountAsAWhole() {
        assertThat(Reach.ofTeam("payments").covers(ACCOUNT, "o-a", List.of())).isFalse();
        assertThat(new Sight(Set.of(Reach.ofTeam("payments"), UNIT)).teams()).containsExactly("payments");
    }

    @Test
    void ofEverythingSwallowsTheOthers() {
        Sight sight = new Sight(Set.of(UNIT, Reach.EVERYTHING));

        assertThat(sight).isEqualTo(Sight.EVERYTHING);
        assertThat(sight.covers(ACCOUNT, "o-z", List.of())).isTrue();
    }

    @Test
    void ofNothingCoversNothing() {
        Sight nothing = new Grant(new Person(null, "Ada"), List.of()).sight();

        assertThat(nothing.isNothing()).isTrue();
        assertThat(nothing.covers(ACCOUNT, "o-a", List.of())).isFalse();
    }

    @Test
    void ofARoleLeavesOutWhatOtherRolesReach() {
        Grant grant = new Grant(
                new Person("idp ada", "Ada"),
                List.of(new Granted(Role.VIEWER, UNIT), new Granted(Role.OWNER, Reach.ofAccounts(Set.of(ACCOUNT)))));

        assertThat(grant.sight(Set.of(Role.OWNER)).reaches()).containsExactly(Reach.ofAccounts(Set.of(ACCOUNT)));
        assertThat(grant.sight().reaches()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"UNIT\", \"organization\": \"o-a\"}",
                "{\"kind\": \"UNIT\", \"unit\": [\"Prod\"]}",
                "{\"kind\": \"TEAM\"}",
                "{\"kind\": \"TEAM\", \"team\": \" \"}",
                "{\"kind\": \"ACCOUNTS\", \"accounts\": [\"12\"]}",
                "{\"kind\": \"EVERYTHING\", \"organization\": \"o-a\"}",
                "{\"kind\": \"ORGANIZATION\", \"organization\": \"o-a\", \"team\": \"payments\"}",
                "{}"
            })
    void isRefusedWhereItDoesNotSayWhatItsKindNeedsAndNoMore(String json) {
        assertThatThrownBy(() -> Json.read(json.getBytes(StandardCharsets.UTF_8), Reach.class))
                .isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void namesAHundredAccountsAtMost() {
        Set<String> many = IntStream.range(0, 101).mapToObj("%012d"::formatted).collect(Collectors.toSet());

        assertThatThrownBy(() -> Reach.ofAccounts(many))
                .hasMessageContaining("accounts are 101; accepted: at most 100");
    }

    @Test
    void isReadAsItWasWritten() {
        for (Reach reach : List.of(Reach.EVERYTHING, UNIT, Reach.ofTeam("payments"), Reach.ofOrganization("o-a"))) {
            assertThat(Json.read(Json.bytes(reach), Reach.class)).isEqualTo(reach);
        }
    }
}
