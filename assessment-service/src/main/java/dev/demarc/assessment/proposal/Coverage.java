package dev.demarc.assessment.proposal;

import dev.demarc.assessment.grant.Reached;
import dev.demarc.contracts.resource.ResourceKey;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a scope covers.
 *
 * @param resources the resources that it is narrowed to, each with the team that owned it when that was stated, empty for
 *     none; without resources it is about all of the accounts
 */
record Coverage(Set<String> accounts, Map<ResourceKey, String> resources) {
    Coverage {
        accounts = new TreeSet<>(accounts);
        resources = Map.copyOf(resources);
    }

    /** Whether all that it is about is reached. */
    boolean isWithin(Reached reached) {
        return accounts.stream().allMatch(reached::covers)
                || (!resources.isEmpty()
                        && resources.entrySet().stream()
                                .allMatch(each ->
                                        reached.covers(each.getKey().scope().account(), each.getValue())));
    }

    /** Whether something of it is. */
    boolean touches(Reached reached) {
        return accounts.stream().anyMatch(reached::covers)
                || resources.entrySet().stream()
                        .anyMatch(each -> reached.covers(each.getKey().scope().account(), each.getValue()));
    }
}
