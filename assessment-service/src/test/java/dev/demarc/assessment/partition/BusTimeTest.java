package dev.demarc.assessment.partition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.RunBegun;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Source;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BusTimeTest {
    private static final Instant CAME = Instant.parse("2026-11-28T10:00:00Z");

    @Test
    void aLiveScannersClockMayBeYearsOff() {
        assertThat(BusTime.canBe(begun(Source.LIVE, Duration.ofDays(700)), CAME))
                .isTrue();
        assertThat(BusTime.canBe(begun(Source.LIVE, Duration.ofDays(-700)), CAME))
                .isTrue();
    }

    @Test
    void aFileIsOfThePastOrTheDayItCame() {
        assertThat(BusTime.canBe(begun(Source.SNAPSHOT, Duration.ofDays(-700)), CAME))
                .isTrue();
        assertThat(BusTime.canBe(begun(Source.SNAPSHOT, Duration.ofHours(24)), CAME))
                .isTrue();
        assertThat(BusTime.canBe(begun(Source.SNAPSHOT, Duration.ofHours(25)), CAME))
                .isFalse();
    }

    @Test
    void noClockIsCenturiesOff() {
        assertThat(BusTime.canBe(
                        new RunBegun(scope(), run(), Source.LIVE, Instant.parse("9999-01-01T00:00:00Z")), CAME))
                .isFalse();
        assertThat(BusTime.isNear(Instant.EPOCH.minus(Duration.ofDays(100_000)), CAME))
                .isFalse();
    }

    private static RunBegun begun(Source source, Duration ahead) {
        return new RunBegun(scope(), run(), source, CAME.plus(ahead));
    }

    private static RunId run() {
        return new RunId("scan", 1);
    }

    private static Scope scope() {
        return new Scope("111122223333", "eu-central-1", "AWS::S3::Bucket");
    }
}
