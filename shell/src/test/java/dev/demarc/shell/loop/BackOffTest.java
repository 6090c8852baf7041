package dev.demarc.shell.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {
    @Test
    void doublesItsWaitsUpToTheLongest() {
        BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(5));

        assertThat(backOff.next()).isEqualTo(Duration.ofSeconds(1));
        assertThat(backOff.next()).isEqualTo(Duration.ofSeconds(2));
        assertThat(backOff.next()).isEqualTo(Duration.ofSeconds(4));
        assertThat(backOff.next()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void beginsAnewAfterASuccess() {
        BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30));
        backOff.next();
        backOff.next();

        backOff.succeeded();

        assertThat(backOff.next()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void refusesWaitsThatDoNotFit() {
        assertThatThrownBy(() -> new BackOff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessageContaining("PT2S and PT1S; accepted");
    }
}
