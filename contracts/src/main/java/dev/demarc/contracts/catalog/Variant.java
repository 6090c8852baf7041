package dev.demarc.contracts.catalog;

import dev.demarc.contracts.Require;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a resource's configuration under which a service's responsibilities differ.
 *
 * @param types resource types that it looks at, empty for all of the service's
 * @param when a CEL expression over the resource
 * @param responsibilities by layer id, only those that differ
 * @param weakerThan variants of the same service that win over this one where both speak on one layer
 * @param owner who answers for its layers where that is not the account that the resource is in, else null
 */
public record Variant(
        String id,
        String name,
        List<String> types,
        String when,
        Map<String, Responsibility> responsibilities,
        List<String> weakerThan,
        @Nullable Owner owner) {
    /**
     * Another account that answers for the layers, so that this one inherits them from it.
     *
     * @param account a CEL expression over the resource that gives the account's id
     * @param guardrail whether a policy of the organisation decides, so that the parameter {@code guardrailTeam} names
     *     the team
     */
    public record Owner(String account, boolean guardrail) {
        public Owner {
            Require.text(account, "account of the owner");
        }
    }

    public Variant {
        Require.text(id, "variant id");
        Require.text(name, "name of variant " + id);
        Require.text(when, "when of variant " + id);
        types = types == null ? List.of() : List.copyOf(types);
        responsibilities = Map.copyOf(Require.present(responsibilities, "responsibilities of variant " + id));
        weakerThan = weakerThan == null ? List.of() : List.copyOf(weakerThan);
    }
}
