package dev.demarc.shell.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WritesTest {
    private static final String HERE = "localhost:8080";

    @Test
    void takesItsOwnPagesAndCommandLines() {
        assertThat(Writes.refusal(HERE, "http://localhost:8080", "same-origin")).isNull();
        assertThat(Writes.refusal(HERE, null, null)).isNull();
    }

    @Test
    void refusesPagesOfOtherSites() {
        assertThat(Writes.refusal(HERE, "http://evil.example", null)).contains("Origin is 'http://evil.example'");
        assertThat(Writes.refusal(HERE, "http://localhost:9000", null)).contains("accepted: a page of localhost:8080");
        assertThat(Writes.refusal(HERE, "null", null)).contains("Origin is 'null'");
        assertThat(Writes.refusal(HERE, "::", null)).contains("Origin is '::'");
        assertThat(Writes.refusal(HERE, null, "cross-site")).contains("Sec-Fetch-Site is 'cross-site'");
        assertThat(Writes.refusal(HERE, "http://localhost:8080", "same-site")).contains("same-site");
    }

    @Test
    void countsEveryOtherMethodAsAWrite() {
        assertThat(Writes.isWrite("GET")).isFalse();
        assertThat(Writes.isWrite("POST")).isTrue();
        assertThat(Writes.isWrite("PATCH")).isTrue();
    }
}
