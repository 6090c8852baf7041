package dev.demarc.contracts.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.demarc.contracts.Category;
import dev.demarc.contracts.Require;
import dev.demarc.contracts.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that must hold. Exactly the automated ones have a {@code type} and an {@code assertion}.
 *
 * @param number small, unique, never used again: what storage and packed tallies call it
 * @param service id of the service that it belongs to, null for one over all services
 * @param type the resource type that it reads
 * @param placement which of the account's own resources it reads; null for other types
 * @param when a CEL expression; where it is false the control is not applicable
 * @param assertion a CEL expression that must be true; {@code assert} in JSON
 * @param evidence configuration paths that show why
 * @param duties ids of the duties of the model that it answers
 * @param maps ids in frameworks and of peers' checks, by framework id
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
        Map<String, List<String>> maps) {
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
        if (category != Category.CUSTOMER_SPECIFIC) {
            Require.present(provider, "provider half of %s control %s".formatted(category, id));
        }
        remedy = remedy == null ? new Remedy(null, null, null) : remedy;
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        duties = duties == null ? List.of() : List.copyOf(duties);
        maps = maps == null ? Map.of() : Map.copyOf(maps);
    }
}
