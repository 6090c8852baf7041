package dev.demarc.assessment.drift;

import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.resource.KnownResource;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.api.DriftItem;
import dev.demarc.contracts.finding.Cause;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code drift}.
 *
 * @param resource as it was where it is no more, else as it is
 * @param severity of the control, null for a duty
 * @param subject id of the control or the layer
 * @param was the verdict or the party before, null where it came with the resource
 * @param becomes the verdict or the party now, null where it went with the resource
 * @param rule that decides the duty now, null for a verdict
 */
record Move(
        Kind kind,
        Instant at,
        NumberedScope scope,
        KnownResource resource,
        @Nullable Severity severity,
        String subject,
        @Nullable String was,
        @Nullable String becomes,
        @Nullable String rule,
        Cause cause) {
    /** What moved, with the number that storage calls it. */
    enum Kind {
        OPENED(1, DriftItem.Kind.VERDICT),
        RESOLVED(2, DriftItem.Kind.VERDICT),
        DUTY(3, DriftItem.Kind.DUTY);

        private final int code;
        private final DriftItem.Kind told;

        Kind(int code, DriftItem.Kind told) {
            this.code = code;
            this.told = told;
        }

        int code() {
            return code;
        }

        DriftItem.Kind told() {
            return told;
        }

        static Kind of(int code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("kind of a move is %d; accepted: 1 to 3".formatted(code));
        }
    }

    int severityCode() {
        return severity == null ? 0 : code(severity);
    }

    static Severity severity(int code) {
        return Arrays.stream(Severity.values())
                .filter(severity -> code(severity) == code)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("severity of a move is %d; accepted: 0 to 3".formatted(code)));
    }

    private static int code(Severity severity) {
        return severity.compareTo(Severity.CRITICAL);
    }
}
