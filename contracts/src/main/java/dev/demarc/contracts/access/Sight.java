package dev.demarc.contracts.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that some reaches cover together: accounts as a whole, and in all other accounts what some teams own.
 *
 * @param reaches none: nothing
 */
public record Sight(Set<Reach> reaches) {
    public static final Sight EVERYTHING = new Sight(Set.of(Reach.EVERYTHING));

    public Sight {
        reaches = reaches.contains(Reach.EVERYTHING) ? Set.of(Reach.EVERYTHING) : Set.copyOf(reaches);
    }

    public boolean isEverything() {
        return reaches.contains(Reach.EVERYTHING);
    }

    public boolean isNothing() {
        return reaches.isEmpty();
    }

    /** Whether all that an account holds is covered, whoever owns it. */
    public boolean covers(String account, String organization, List<String> ouPath) {
        return reaches.stream().anyMatch(reach -> reach.covers(account, organization, ouPath));
    }

    /** The teams whose own is covered in every account. */
    public Set<String> teams() {
        return reaches.stream()
                .filter(reach -> reach.kind() == Reach.Kind.TEAM)
                .map(Reach::team)
                .collect(Collectors.toUnmodifiableSet());
    }
}
