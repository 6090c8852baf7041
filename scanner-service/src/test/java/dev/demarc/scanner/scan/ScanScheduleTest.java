package dev.demarc.scanner.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.scanner.run.Bus;
import dev.demarc.scanner.run.BusException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class ScanScheduleTest {
    private final Recorded recorded = new Recorded();
    private final Set<Slot> asked = new HashSet<>();
    private Instant now = Instant.parse("2026-03-01T12:34:56Z");
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final ScanSchedule schedule =
            new ScanSchedule(new Bus(recorded.producer()), new FixedScanConfig(), clock, asked::contains);

    @Test
    void scansByItselfAsSoonAsItStarts() {
        schedule.look();

        assertThat(requests()).containsExactly("schedule-2026-03-01T00:00:00Z");
    }

    @Test
    void asksOnceForASlot() {
        schedule.look();
        now = now.plusSeconds(10);
        schedule.look();

        assertThat(requests()).hasSize(1);
    }

    @Test
    void asksForTheNextSlotWhenItBegins() {
        schedule.look();
        now = now.plus(Duration.ofHours(12));
        schedule.look();

        assertThat(requests()).containsExactly("schedule-2026-03-01T00:00:00Z", "schedule-2026-03-02T00:00:00Z");
    }

    @Test
    void asksForNothingThatWasAskedForBeforeARestart() {
        asked.add(new Slot(Instant.parse("2026-03-01T00:00:00Z")));

        schedule.look();

        assertThat(requests()).isEmpty();
    }

    @Test
    void losesNoSlotWhileKafkaIsAway() {
        recorded.producer().sendException = new TimeoutException("no broker");
        assertThatThrownBy(schedule::look).isInstanceOf(BusException.class);
        assertThat(requests()).isEmpty();

        recorded.producer().sendException = null;
        schedule.look();

        assertThat(requests()).containsExactly("schedule-2026-03-01T00:00:00Z");
    }

    private List<String> requests() {
        return recorded.all(EventType.SCAN_REQUEST, ScanRequest.class).stream()
                .map(ScanRequest::id)
                .toList();
    }
}
