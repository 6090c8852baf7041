package dev.demarc.local.sample;

import java.util.List;
import java.util.Set;

/** All that one account holds of types that belong together. */
interface Family {
    /** The types that exist in a region, or in {@code global}: each is a scope that was read, be it empty. */
    Set<String> types(String region);

    /** What there is in a region, or in {@code global}; {@code later} is the state some days on. */
    List<Item> items(String region, boolean later);

    /** What the sample tells of the account beside; thrown last, so that chance falls elsewhere as it fell. */
    default List<Item> scenarios(boolean later) {
        return List.of();
    }
}
