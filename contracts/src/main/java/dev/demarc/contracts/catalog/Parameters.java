package dev.demarc.contracts.catalog;

import dev.demarc.contracts.Require;
import dev.demarc.contracts.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation may set.
 *
 * @param weights how much each severity counts in a score
 * @param dueDays within how many days a failure is to be mended, null for no date
 * @param waiverDays for how many days a failure may be waived at most
 * @param values what expressions read as {@code parameters}, such as the accounts that are trusted
 */
public record Parameters(
        Map<Severity, Integer> weights,
        Map<Severity, @Nullable Integer> dueDays,
        Map<Severity, Integer> waiverDays,
        Map<String, @Nullable Object> values) {
    private static final Map<Severity, Integer> WAIVER_DAYS =
            Map.of(Severity.CRITICAL, 30, Severity.HIGH, 90, Severity.MEDIUM, 180, Severity.LOW, 365);

    public Parameters {
        for (Severity severity : Severity.values()) {
            Require.atLeast(
                    0, Require.present(weights.get(severity), "weight of " + severity), "weight of " + severity);
        }
        weights = bySeverity(weights);
        dueDays = dueDays == null ? Map.of() : bySeverity(dueDays);
        waiverDays = waiverDays == null || waiverDays.isEmpty() ? WAIVER_DAYS : waiverDays;
        for (Severity severity : Severity.values()) {
            String name = "waiverDays of " + severity;
            Require.atLeast(1, Require.present(waiverDays.get(severity), name), name);
        }
        waiverDays = bySeverity(waiverDays);
        values = values == null ? Map.of() : Collections.unmodifiableMap(values);
    }

    private static <V extends @Nullable Object> Map<Severity, V> bySeverity(Map<Severity, V> values) {
        Map<Severity, V> ordered = new EnumMap<>(Severity.class);
        ordered.putAll(values);
        return Collections.unmodifiableMap(ordered);
    }
}
