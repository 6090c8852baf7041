package dev.demarc.contracts.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement is about. The accounts of an organisation or of an organisational unit are those that it has when the
 * statement is proposed; one that joins later is not covered, since nobody has looked at it.
 *
 * @param organization alone: all of its accounts
 * @param ou names of organisational units from the root down: the accounts of that unit and of all below it
 * @param accounts ids of accounts
 * @param resources keys of single resources; given, the statement is about no others
 */
public record StatementScope(
        @Nullable String organization, List<String> ou, List<String> accounts, List<String> resources) {
    public StatementScope {
        ou = ou == null ? List.of() : List.copyOf(ou);
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
        resources = resources == null ? List.of() : List.copyOf(resources);
    }
}
