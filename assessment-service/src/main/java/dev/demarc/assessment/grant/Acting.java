package dev.demarc.assessment.grant;

import dev.demarc.contracts.access.Person;
import java.util.Set;

/**
 * Who acts.
 *
 * @param sees what they may see; what is beyond it does not exist for them
 * @param may what of it they may act on in the role that the act asks for
 * @param teams that they belong to, as far as grants on teams tell
 */
public record Acting(Person who, Reached sees, Reached may, Set<String> teams) {
    public Acting {
        teams = Set.copyOf(teams);
    }
}
