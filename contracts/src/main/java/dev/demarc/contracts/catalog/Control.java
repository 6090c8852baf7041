package dev.demarc.contracts.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.demarc.contracts.Category;
import dev.demarc.contracts.Require;
import dev.demarc.contracts.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that must hold. The automated ones have a {@code type} and an {@code assertion}; what is held by attestation
 * has a {@code type} of its own, or is of the account as a whole.
 *
 * @param number small, unique, never used again: what storage and packed tallies call it
 * @param service id of the service that it belongs to, null for one over all services
 * @param type the resource type that it reads, or whose resources it is attested of; the account's own unless an
 *     attested control says otherwise
 * @param placement which of the account's own resources it reads; null for other types
 * @param when a CEL expression; where it is false the control is not applicable
 * @param assertion a CEL expression that must be true; {@code assert} in JSON
 * @param evidence configuration paths that show why
 * @param duties ids of the duties of the model that it answers
 * @param maps ids in frameworks and of peers' checks, by framework id
 * @param contradictedBy ids of the automated controls whose failure says that an attestation of this one is not true
 * @param renewalDays after how many days it must be attested anew, which is the longest term of an attestation; null for
 *     controls that are not attested
 * @param declarable what a failure may be declared to be, such as {@code public on purpose}; null where it may not
 */
public record Control(
        String id,
        int number,
        String title,
        @Nullable String service,
        @Nullable String type,
        @Nullable Placement placement,
        String layer,
        Category category,
        Severity severity,
        Assessment assessment,
        @Nullable String when,
        @JsonProperty("assert") @Nullable String assertion,
        List<String> evidence,
        String why,
        Remedy remedy,
        @Nullable ProviderHalf provider,
        List<String> duties,
        Map<String, List<String>> maps,
        List<String> contradictedBy,
        @Nullable Integer renewalDays,
        @Nullable String declarable) {
    /** The type of the account's own resource. */
    public static final String ACCOUNT_TYPE = "AWS::::Account";

    /** How often a control is attested anew that does not say. */
    public static final int DEFAULT_RENEWAL_DAYS = 365;

    /** How a control is assessed. */
    public enum Assessment {
        AUTOMATED,
        ATTESTATION,
        PROVIDER_EVIDENCE
    }

    public Control {
        Require.text(id, "control id");
        Require.atLeast(1, number, "number of control " + id);
        Require.text(title, "title of control " + id);
        Require.text(layer, "layer of control " + id);
        Require.present(category, "category of control " + id);
        Require.present(severity, "severity of control " + id);
        Require.present(assessment, "assessment of control " + id);
        Require.text(why, "why of control " + id);
        if (assessment == Assessment.AUTOMATED) {
            Require.text(type, "type of automated control " + id);
            Require.text(assertion, "assert of automated control " + id);
        }
        if (assessment == Assessment.ATTESTATION) {
            placement = type == null ? Placement.GLOBAL : placement;
            type = type == null ? ACCOUNT_TYPE : type;
            renewalDays = renewalDays == null ? DEFAULT_RENEWAL_DAYS : renewalDays;
            Require.atLeast(1, renewalDays, "renewalDays of control " + id);
        }
        if (category != Category.CUSTOMER_SPECIFIC) {
            Require.present(provider, "provider half of %s control %s".formatted(category, id));
        }
        remedy = remedy == null ? new Remedy(null, null, null) : remedy;
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        duties = duties == null ? List.of() : List.copyOf(duties);
        maps = maps == null ? Map.of() : Map.copyOf(maps);
        contradictedBy = contradictedBy == null ? List.of() : List.copyOf(contradictedBy);
    }

    /** Whether every resource of its type gets a verdict of it: all but what AWS's reports alone answer. */
    public boolean judgesResources() {
        return assessment != Assessment.PROVIDER_EVIDENCE;
    }
}
