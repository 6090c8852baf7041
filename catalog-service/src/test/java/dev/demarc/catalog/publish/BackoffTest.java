package dev.demarc.catalog.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void doublesItsPausesUpToTheLongest() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

        assertThat(backoff.pause(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.pause(3)).isEqualTo(Duration.ofSeconds(8));
        assertThat(backoff.pause(5)).isEqualTo(Duration.ofSeconds(30));
        assertThat(backoff.pause(1_000_000)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void refusesPausesThatDoNotFit() {
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessageContaining("PT2S and PT1S; accepted");
    }
}
