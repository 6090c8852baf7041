package dev.demarc.contracts.access;

import dev.demarc.contracts.Require;
import org.jspecify.annotations.Nullable;

/**
 * Whoever makes a request.
 *
 * @param id who it is whatever their name: of a person the issuer and the subject, a space between them; of a machine
 *     {@code key} and its key's id; null where nobody has proven who they are
 * @param name as it is shown; others may have the same
 */
public record Person(@Nullable String id, String name) {
    public Person {
        if (id != null) {
            Require.text(id, "id of a person");
            Require.storable(id, "id of a person");
        }
        Require.text(name, "name of a person");
        Require.storable(name, "name of a person");
    }
}
