package dev.demarc.assessment.proposal;

import dev.demarc.contracts.resource.ResourceKey;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a scope covers.
 *
 * @param resources the resources that it is narrowed to, empty for all of the accounts
 */
record Coverage(Set<String> accounts, Set<ResourceKey> resources) {
    Coverage {
        accounts = new TreeSet<>(accounts);
        resources = Set.copyOf(resources);
    }
}
