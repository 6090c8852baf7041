package dev.demarc.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.access.Grant;
import dev.demarc.contracts.access.Granted;
import dev.demarc.contracts.access.Reach;
import dev.demarc.contracts.access.Role;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonaTest {
    private static final Persona VIEWER = new Persona(Role.VIEWER, Reach.ofUnit("o-a", List.of("Retail", "Prod")));

    @Test
    void isReadFromItsCookie() {
        assertThat(Persona.parse(VIEWER.cookie())).contains(VIEWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "{}", "{\"role\": \"KING\", \"reach\": {\"kind\": \"EVERYTHING\"}}"})
    void isNobodyWhereTheCookieIsNone(String json) {
        String cookie = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));

        assertThat(Persona.parse(cookie)).isEmpty();
        assertThat(Persona.parse(json)).isEmpty();
    }

    @Test
    void hasItsOneRoleAndANameOfItsOwn() {
        Grant grant = VIEWER.grant();

        assertThat(grant.granted()).containsExactly(new Granted(Role.VIEWER, VIEWER.reach()));
        assertThat(grant.who().name()).isEqualTo("viewer of unit Retail/Prod of o-a");
        assertThat(grant.who().id())
                .isNotEqualTo(
                        new Persona(Role.OWNER, VIEWER.reach()).grant().who().id());
    }
}
