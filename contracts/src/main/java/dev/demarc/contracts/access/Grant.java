package dev.demarc.contracts.access;

import dev.demarc.contracts.Require;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who makes a request, and what they may see and do. The gateway says it of every call that it passes on; nothing is read
 * and no act is done without one.
 *
 * @param granted none: nothing may be seen
 */
public record Grant(Person who, List<Granted> granted) {
    public Grant {
        Require.present(who, "who");
        granted = List.copyOf(Require.present(granted, "granted"));
    }

    /** Of whoever may do everything everywhere. */
    public static Grant everything(Person who) {
        return new Grant(
                who,
                Arrays.stream(Role.values())
                        .map(role -> new Granted(role, Reach.EVERYTHING))
                        .toList());
    }

    /** What may be seen. */
    public Sight sight() {
        return sight(Set.of(Role.values()));
    }

    /** What may be done something with that one of the roles allows. */
    public Sight sight(Set<Role> roles) {
        Set<Reach> reaches = new LinkedHashSet<>();
        for (Granted each : granted) {
            if (roles.contains(each.role())) {
                reaches.add(each.reach());
            }
        }
        return new Sight(reaches);
    }
}
