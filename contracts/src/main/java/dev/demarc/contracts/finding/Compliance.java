package dev.demarc.contracts.finding;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.demarc.contracts.Require;
import dev.demarc.contracts.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a control says of a resource now, as OCSF's compliance object.
 *
 * @param control our control's id
 * @param standards names and versions of the frameworks that the control maps to
 * @param status what OCSF's ids cannot say, given with {@link Result#OTHER} only
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Compliance(
        String control,
        List<String> standards,
        Result statusId,
        @Nullable String status) {
    /** {@code status_id} of OCSF's compliance object. */
    public enum Result {
        PASS(1),
        /** No result, for missing information. */
        WARNING(2),
        FAIL(3),
        OTHER(99);

        private final int id;

        Result(int id) {
            this.id = id;
        }

        @JsonValue
        public int id() {
            return id;
        }
    }

    public Compliance {
        Require.text(control, "compliance.control");
        standards = standards == null ? List.of() : List.copyOf(standards);
        if ((Require.present(statusId, "compliance.status_id") == Result.OTHER) != (status != null)) {
            throw new IllegalArgumentException(
                    "compliance.status is '%s' with status_id %s; accepted: text with OTHER only"
                            .formatted(status, statusId));
        }
    }

    public static Compliance of(String control, List<String> standards, Verdict verdict) {
        return switch (verdict) {
            case PASS -> new Compliance(control, standards, Result.PASS, null);
            case FAIL -> new Compliance(control, standards, Result.FAIL, null);
            case UNKNOWN -> new Compliance(control, standards, Result.WARNING, null);
            case NOT_APPLICABLE -> new Compliance(control, standards, Result.OTHER, "Not applicable");
        };
    }

    /** There is no resource any more that the control could say something of. */
    public static Compliance ofRemoved(String control, List<String> standards) {
        return new Compliance(control, standards, Result.OTHER, "Resource removed");
    }
}
