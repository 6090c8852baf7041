package dev.demarc.scanner.collector;

import java.util.Set;

/** Reads all resources of one type in one scope. A new type is one more of these, in one file. */
public interface Collector {
    /** As CloudFormation names it. */
    String type();

    Set<Placement> placements();

    /** The types that it joins into its own; a change of any of them reads the resource again. */
    default Set<String> joins() {
        return Set.of();
    }

    /** @throws UnreadableScopeException where the listing is refused or fails */
    void read(Reading reading);
}
