package dev.demarc.assessment.grant;

import dev.demarc.contracts.access.Person;
import java.util.Set;

/** Who acts in tests. */
public final class Somebody {
    private Somebody() {}

    /** Whoever has not proven who they are, and may do everything with what they see. */
    public static Acting seeing(Reached reached) {
        return new Acting(new Person(null, "somebody"), reached, reached, Set.of());
    }
}
