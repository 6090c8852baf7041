package dev.demarc.assessment.past;

import dev.demarc.shell.problem.RefusedValueException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** The instant that a caller asks for: a day stands for its end (UTC), today for now. */
public final class AsOf {
    private static final String NAME = "asOf";

    private AsOf() {}

    /**
     * @param first the first instant that the data covers
     * @throws RefusedValueException naming the first and the last day, where the data does not cover it
     */
    public static Instant parse(String text, Instant first, Instant now) {
        Instant at;
        try {
            at = text.indexOf('T') < 0 ? endOf(LocalDate.parse(text), now) : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw refused(text, first, now);
        }
        if (at.isBefore(first) || at.isAfter(now)) {
            throw refused(text, first, now);
        }
        return at;
    }

    private static Instant endOf(LocalDate day, Instant now) {
        return day.equals(day(now))
                ? now
                : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).minusSeconds(1).toInstant();
    }

    private static RefusedValueException refused(String text, Instant first, Instant now) {
        return new RefusedValueException(
                NAME,
                text,
                "a day from %s to %s, or an instant such as %s that is not before %s nor yet to come"
                        .formatted(day(first), day(now), now, first));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
