package dev.demarc.engine.expression;

import static dev.demarc.engine.expression.Function.question;

import dev.cel.common.types.SimpleType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** {@code time.*}: the only way of an expression to now; each tells the evaluation when its answer changes. */
final class TimeFunctions {
    private static final String NAMESPACE = "time";

    static final List<Function> ALL = List.of(
            question(NAMESPACE, "olderThan", TimeFunctions::olderThan, SimpleType.DYN, SimpleType.INT),
            question(NAMESPACE, "youngerThan", a -> !olderThan(a), SimpleType.DYN, SimpleType.INT),
            question(NAMESPACE, "isPast", a -> reached(a[0], moment(a[1])), SimpleType.DYN),
            question(NAMESPACE, "before", a -> !reached(a[0], moment(a[1])), SimpleType.DYN),
            question(NAMESPACE, "endsWithin", TimeFunctions::endsWithin, SimpleType.DYN, SimpleType.INT));

    private TimeFunctions() {}

    private static boolean olderThan(Object[] arguments) {
        return reached(arguments[0], moment(arguments[1]).plus(days(arguments[2])));
    }

    private static boolean endsWithin(Object[] arguments) {
        return reached(arguments[0], moment(arguments[1]).minus(days(arguments[2])));
    }

    private static boolean reached(Object evaluation, Instant moment) {
        Evaluation at = (Evaluation) evaluation;
        at.flipsAt(moment);
        return !at.now().isBefore(moment);
    }

    private static Duration days(Object number) {
        return Duration.ofDays((Long) number);
    }

    /** An RFC 3339 time with any offset, or a day, which begins in UTC. */
    private static Instant moment(Object text) {
        String time = String.valueOf(text);
        try {
            return time.length() == "2026-01-01".length()
                    ? LocalDate.parse(time).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableException(
                    CelValues.isNull(text) ? "null is no time" : "'%s' is no RFC 3339 time".formatted(time));
        }
    }
}
