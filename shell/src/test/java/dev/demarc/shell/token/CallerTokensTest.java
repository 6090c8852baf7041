package dev.demarc.shell.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.access.Grant;
import dev.demarc.contracts.access.Granted;
import dev.demarc.contracts.access.Person;
import dev.demarc.contracts.access.Reach;
import dev.demarc.contracts.access.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallerTokensTest {
    private static final EdgeKey KEY = key('a');
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-28T10:00:00Z"), ZoneOffset.UTC);

    private static final Grant GRANT = new Grant(
            new Person("https://idp.example sub-1", "Ada"),
            List.of(new Granted(Role.VIEWER, Reach.ofUnit("o-a1b2c3d4e5", List.of("Retail", "Prod")))));

    private final CallerTokens gateway = new CallerTokens(Part.GATEWAY, KEY, NOW);
    private final TokenCheck assessment = new TokenCheck(Part.ASSESSMENT, KEY, NOW);

    @Test
    void areAcceptedByTheirAudienceWithTheirGrant() {
        assertThat(assessment.check(gateway.authorization(Part.ASSESSMENT, GRANT)))
                .isEqualTo(new TokenCheck.Accepted(GRANT));
    }

    @Test
    void areRefusedByOthers() {
        assertThat(refusal(gateway.authorization(Part.CATALOG, GRANT))).contains("signed for assessment");
    }

    @Test
    void areRefusedWhenAnotherKeySignedThem() {
        CallerTokens stranger = new CallerTokens(Part.GATEWAY, key('b'), NOW);

        assertThat(refusal(stranger.authorization(Part.ASSESSMENT, GRANT))).contains("not of this platform");
    }

    @Test
    void areRefusedWhenNobodySignedThem() {
        String unsigned = "Bearer " + base64("{\"alg\":\"none\"}") + '.'
                + base64("{\"iss\":\"gateway\",\"aud\":\"assessment\",\"iat\":1,\"exp\":9999999999}") + '.';

        assertThat(refusal(unsigned)).contains("not accepted");
    }

    @Test
    void expireAfterAMinuteAndWhatClocksMayDiffer() {
        String early = gateway.authorization(Part.ASSESSMENT, GRANT);
        TokenCheck later = new TokenCheck(Part.ASSESSMENT, KEY, Clock.offset(NOW, Duration.ofSeconds(91)));

        assertThat(later.check(early))
                .isInstanceOfSatisfying(TokenCheck.Refused.class, refused -> assertThat(refused.why())
                        .contains("it has expired"));
    }

    @Test
    void areDemanded() {
        assertThat(refusal(null)).contains("Authorization is missing");
        assertThat(refusal("Basic dXNlcjpwYXNz")).contains("no bearer token");
        assertThat(refusal("Bearer x")).contains("not accepted");
        assertThat(refusal("Bearer " + "x".repeat(100_000))).contains("no bearer token");
    }

    @Test
    void needAKeyThatCannotBeGuessed() {
        assertThatThrownBy(() -> EdgeKey.of(base64("short")))
                .hasMessage("DEMARC_EDGE_KEY holds 5 bytes; accepted: at least 32, as base64");
        assertThatThrownBy(() -> EdgeKey.of("not base64!")).hasMessageContaining("is not base64");
    }

    private String refusal(@Nullable String authorization) {
        return assessment.check(authorization) instanceof TokenCheck.Refused refused ? refused.why() : "accepted";
    }

    private static EdgeKey key(char of) {
        return EdgeKey.of(base64(String.valueOf(of).repeat(32)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
