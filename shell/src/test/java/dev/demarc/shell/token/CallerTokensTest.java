package dev.demarc.shell.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CallerTokensTest {
    private static final EdgeKey KEY = key('a');
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-28T10:00:00Z"), ZoneOffset.UTC);

    private final CallerTokens gateway = new CallerTokens(Part.GATEWAY, KEY, NOW);
    private final TokenCheck assessment = new TokenCheck(Part.ASSESSMENT, KEY, NOW);

    @Test
    void areAcceptedByTheirAudience() {
        assertThat(assessment.refusal(gateway.authorization(Part.ASSESSMENT))).isNull();
    }

    @Test
    void areRefusedByOthers() {
        assertThat(assessment.refusal(gateway.authorization(Part.CATALOG))).contains("signed for assessment");
    }

    @Test
    void areRefusedWhenAnotherKeySignedThem() {
        CallerTokens stranger = new CallerTokens(Part.GATEWAY, key('b'), NOW);

        assertThat(assessment.refusal(stranger.authorization(Part.ASSESSMENT))).contains("not of this platform");
    }

    @Test
    void areRefusedWhenNobodySignedThem() {
        String unsigned = "Bearer " + base64("{\"alg\":\"none\"}") + '.'
                + base64("{\"iss\":\"gateway\",\"aud\":\"assessment\",\"iat\":1,\"exp\":9999999999}") + '.';

        assertThat(assessment.refusal(unsigned)).contains("not accepted");
    }

    @Test
    void expire() {
        String early = gateway.authorization(Part.ASSESSMENT);
        TokenCheck later = new TokenCheck(Part.ASSESSMENT, KEY, Clock.offset(NOW, Duration.ofMinutes(3)));

        assertThat(later.refusal(early)).contains("it has expired");
    }

    @Test
    void areMadeAnewBeforeTheyExpire() {
        String early = gateway.authorization(Part.ASSESSMENT);

        assertThat(gateway.authorization(Part.ASSESSMENT)).isEqualTo(early);
        CallerTokens later = new CallerTokens(Part.GATEWAY, KEY, Clock.offset(NOW, CallerTokens.LIFE.plusSeconds(1)));
        assertThat(later.authorization(Part.ASSESSMENT)).isNotEqualTo(early);
    }

    @Test
    void areDemanded() {
        assertThat(assessment.refusal(null)).contains("Authorization is missing");
        assertThat(assessment.refusal("Basic dXNlcjpwYXNz")).contains("no bearer token");
        assertThat(assessment.refusal("Bearer x")).contains("not accepted");
        assertThat(assessment.refusal("Bearer " + "x".repeat(100_000))).contains("no bearer token");
    }

    @Test
    void needAKeyThatCannotBeGuessed() {
        assertThatThrownBy(() -> EdgeKey.of(base64("short")))
                .hasMessage("DEMARC_EDGE_KEY holds 5 bytes; accepted: at least 32, as base64");
        assertThatThrownBy(() -> EdgeKey.of("not base64!")).hasMessageContaining("is not base64");
    }

    private static EdgeKey key(char of) {
        return EdgeKey.of(base64(String.valueOf(of).repeat(32)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
