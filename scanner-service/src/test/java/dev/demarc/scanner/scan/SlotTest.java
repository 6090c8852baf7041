package dev.demarc.scanner.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlotTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:34:56Z");

    @Test
    void isTheSameForEveryReplica() {
        Duration interval = Duration.ofHours(6);

        assertThat(Slot.at(NOW, interval)).isEqualTo(new Slot(Instant.parse("2026-03-01T12:00:00Z")));
        assertThat(Slot.at(NOW.plusSeconds(60), interval)).isEqualTo(Slot.at(NOW, interval));
    }

    @Test
    void namesItsScan() {
        assertThat(Slot.at(NOW, Duration.ofHours(24)).request(NOW))
                .returns("schedule-2026-03-01T00:00:00Z", request -> request.id())
                .returns(NOW, request -> request.requestedAt());
    }

    @Test
    void refusesAnIntervalThatNothingCanBeScannedIn() {
        assertThatThrownBy(() -> Slot.at(NOW, Duration.ZERO))
                .hasMessage("demarc.scan.interval is PT0S; accepted: a duration of a minute or more, such as 24h");
    }
}
