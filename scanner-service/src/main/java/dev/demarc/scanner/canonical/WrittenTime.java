package dev.demarc.scanner.canonical;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;

/**
 * Times in the notations that AWS writes: RFC 3339, with or without a colon in the offset; seconds or milliseconds since
 * 1970; and, from API Gateway and Elastic Beanstalk by way of AWS Config, {@code Feb 21, 2022 6:37:48 PM} in UTC.
 */
public final class WrittenTime {
    /** What is accepted, in words. */
    public static final String ACCEPTED = "a time as RFC 3339 or seconds since 1970";

    private static final double FIRST_MILLISECONDS = 1e11;
    private static final char NARROW_SPACE = '\u202f';
    private static final DateTimeFormatter WITHOUT_COLON = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HHmm", "Z")
            .toFormatter(Locale.ROOT);
    private static final List<DateTimeFormatter> AMERICAN = List.of(
            american("MMM d, yyyy h:mm:ss a"), american("MMM d, yyyy, h:mm:ss a"), american("MMM d, yyyy H:mm:ss"));

    private WrittenTime() {}

    /** @throws DateTimeException where it is no time in any of these notations */
    public static Instant parse(Object json) {
        if (json instanceof Number number) {
            return sinceTheEpoch(number.doubleValue());
        }
        String text = json.toString().strip();
        if (!text.isEmpty() && Character.isLetter(text.charAt(0))) {
            return american(AMERICAN, text.replace(NARROW_SPACE, ' '));
        }
        return text.indexOf('T') < 0 && text.indexOf(' ') < 0
                ? sinceTheEpoch(number(text))
                : OffsetDateTime.parse(
                                text, withoutColon(text) ? WITHOUT_COLON : DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                        .toInstant();
    }

    private static Instant sinceTheEpoch(double number) {
        double milliseconds = Math.abs(number) < FIRST_MILLISECONDS ? number * 1_000 : number;
        return Instant.ofEpochMilli(Math.round(milliseconds));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new DateTimeException("no time", e);
        }
    }

    private static boolean withoutColon(String text) {
        int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
        return sign > text.indexOf('T') && text.indexOf(':', sign) < 0;
    }

    private static Instant american(List<DateTimeFormatter> formats, String text) {
        for (DateTimeFormatter format : formats) {
            try {
                return LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                // the next one may fit
            }
        }
        throw new DateTimeException("no time");
    }

    private static DateTimeFormatter american(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.US);
    }
}
