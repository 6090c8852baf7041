package dev.demarc.assessment.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClockSkewsTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ClockSkews skews = new ClockSkews(metrics);

    @Test
    void countsRunsThatAreMoreThanTwoMinutesOff() {
        skews.began("scan", Duration.ofSeconds(121));
        skews.began("scan", Duration.ofHours(-3));
        skews.began("scan", Duration.ofMinutes(2));
        skews.began("scan", Duration.ofMinutes(-2));

        assertThat(metrics.counter("demarc.runs.skewed").count()).isEqualTo(2);
    }

    @Test
    void showsHowFarTheLastScannersClockIsOff() {
        skews.began("one", Duration.ofHours(1));
        skews.began("two", Duration.ofSeconds(-7));

        assertThat(metrics.get("demarc.scanner.clock.skew").gauge().value()).isEqualTo(-7);
    }
}
