package dev.demarc.assessment.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T00:00:00Z, 7, 2026-03-08T23:59:59Z",
        "2026-03-01T23:59:59Z, 7, 2026-03-08T23:59:59Z",
        "2026-02-28T12:00:00Z, 0, 2026-02-28T23:59:59Z",
    })
    void isTheEndOfADay(Instant opened, int days, Instant due) {
        assertThat(Deadline.of(opened, days)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T00:00:00Z, 2026-03-08T23:59:59Z",
        "2026-03-01T23:59:59Z, 2026-03-09T00:00:00Z",
        "2026-03-01T12:00:00Z, 2026-03-10T12:00:00Z",
    })
    void countsAsOverdueByTheDayJustWhatIsPastItsDeadline(Instant opened, Instant now) {
        LocalDate day = LocalDate.ofInstant(opened, ZoneOffset.UTC);

        assertThat(day.isBefore(Deadline.firstInTime(now, 7)))
                .isEqualTo(Deadline.of(opened, 7).isBefore(now));
    }
}
