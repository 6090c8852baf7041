package dev.demarc.engine.assurance;

import dev.demarc.contracts.catalog.ProviderEvidence;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How long a report speaks. A period report: until its successor is issued, or nine months after its period's end,
 * or as long as a continued operations letter says. A certificate: until it lapses. A report of one day: twelve
 * months.
 */
final class Currency {
    static final int MONTHS_AFTER_PERIOD = 9;
    static final int MONTHS_AFTER_DAY = 12;

    private Currency() {}

    static LocalDate lastDay(ProviderEvidence report) {
        return switch (report.type()) {
            case PERIOD -> later(end(report).plusMonths(MONTHS_AFTER_PERIOD), report.continuedUntil());
            case CERTIFICATE -> given(report.validUntil(), "validUntil", report);
            case POINT_IN_TIME -> report.issuedOn().plusMonths(MONTHS_AFTER_DAY);
        };
    }

    /** The last day on which it counts: as long as it speaks, or up to the day before its successor was issued. */
    static LocalDate currentUntil(ProviderEvidence report, Collection<ProviderEvidence> all) {
        LocalDate lastDay = lastDay(report);
        return all.stream()
                .filter(other -> isSuccessor(other, report))
                .map(other -> other.issuedOn().minusDays(1))
                .filter(day -> day.isBefore(lastDay))
                .min(Comparator.naturalOrder())
                .orElse(lastDay);
    }

    static boolean isCurrent(ProviderEvidence report, Collection<ProviderEvidence> all, LocalDate on) {
        return !on.isBefore(report.issuedOn()) && !on.isAfter(currentUntil(report, all));
    }

    private static boolean isSuccessor(ProviderEvidence other, ProviderEvidence report) {
        return report.type() == ProviderEvidence.Type.PERIOD
                && other.type() == ProviderEvidence.Type.PERIOD
                && other.series().equals(report.series())
                && end(other).isAfter(end(report));
    }

    private static LocalDate end(ProviderEvidence report) {
        return given(report.periodEnd(), "periodEnd", report);
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private static LocalDate given(@Nullable LocalDate date, String name, ProviderEvidence report) {
        if (date == null) {
            throw new IllegalArgumentException("%s of provider evidence %s is missing".formatted(name, report.id()));
        }
        return date;
    }
}
