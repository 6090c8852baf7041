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
 * @param values what expressions read as {@code parameters}, such as the accounts that are trusted
 */
public record Parameters(
        Map<Severity, Integer> weights,
        Map<Severity, @Nullable Integer> dueDays,
        Map<String, @Nullable Object> values) {
    public Parameters {
        for (Severity severity : Severity.values()) {
            Require.atLeast(
                    0, Require.present(weights.get(severity), "weight of " + severity), "weight of " + severity);
        }
        weights = bySeverity(weights);
        dueDays = dueDays == null ? Map.of() : bySeverity(dueDays);
        values = values == null ? Map.of() : Collections.unmodifiableMap(values);
    }

    private static <V extends @Nullable Object> Map<Severity, V> bySeverity(Map<Severity, V> values) {
        Map<Severity, V> ordered = new EnumMap<>(Severity.class);
        ordered.putAll(values);
        return Collections.unmodifiableMap(ordered);
    }
}
