package dev.demarc.assessment.verdict;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * By when a finding is to be mended: the end of a day (UTC), so many days after the one that it opened on. Whole days, so
 * that what is overdue is counted by the day that it opened on.
 */
public final class Deadline {
    private Deadline() {}

    public static Instant of(Instant opened, int days) {
        return day(opened)
                .plusDays(days + 1L)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .minusSeconds(1);
    }

    /** The first day whose findings are not overdue yet at an instant. */
    public static LocalDate firstInTime(Instant now, int days) {
        return day(now).minusDays(days);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
