package dev.demarc.scanner.canonical;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Masks in policy documents the values of conditions that work as passwords; one that lets anything pass stays. */
final class PolicyConditions {
    private static final Set<String> SECRET_KEYS = Set.of(
            "sts:externalid",
            "sts:rolesessionname",
            "sts:sourceidentity",
            "aws:userid",
            "aws:referer",
            "aws:useragent");
    /** Of every service: {@code aws:PrincipalTag/team}, {@code ec2:ResourceTag/team}, {@code s3:ExistingObjectTag/team}. */
    private static final String TAG = "tag/";

    private static final String ANYTHING = "*";

    private PolicyConditions() {}

    static void mask(@Nullable Object tree) {
        if (tree instanceof List<?> list) {
            list.forEach(PolicyConditions::mask);
        } else if (tree instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (String.valueOf(name).equalsIgnoreCase("Condition") && value instanceof Map<?, ?> operators) {
                    operators.values().forEach(PolicyConditions::maskOperator);
                } else {
                    mask(value);
                }
            });
        }
    }

    @SuppressWarnings("unchecked") // every object of a tree has text keys
    private static void maskOperator(@Nullable Object operator) {
        if (operator instanceof Map<?, ?> keys) {
            ((Map<String, @Nullable Object>) keys)
                    .replaceAll((key, value) -> isSecret(key.toLowerCase(Locale.ROOT)) ? masked(value) : value);
        }
    }

    private static boolean isSecret(String key) {
        return SECRET_KEYS.contains(key) || key.contains(TAG);
    }

    private static @Nullable Object masked(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .<@Nullable Object>map(PolicyConditions::masked)
                    .collect(java.util.stream.Collectors.toList());
        }
        return value == null || value.equals(ANYTHING) ? value : Treatments.MASKED;
    }
}
