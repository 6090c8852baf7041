package dev.demarc.gateway.access;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.contracts.access.Grant;
import dev.demarc.contracts.access.Granted;
import dev.demarc.contracts.access.Person;
import dev.demarc.contracts.access.Reach;
import dev.demarc.contracts.access.Role;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody made up, to see what they would see. Only where nobody signs in: there everybody may do everything, so that
 * whoever takes one on gives something up and gains nothing.
 */
record Persona(Role role, Reach reach) {
    static final String COOKIE = "demarc-persona";

    /** Empty where the text is none. */
    static Optional<Persona> parse(String cookie) {
        try {
            Granted granted = Json.read(Base64.getUrlDecoder().decode(cookie), Granted.class);
            return Optional.of(new Persona(granted.role(), granted.reach()));
        } catch (IllegalArgumentException | MalformedRecordException e) {
            return Optional.empty();
        }
    }

    String cookie() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(new Granted(role, reach)));
    }

    Grant grant() {
        return new Grant(new Person("persona " + name(), name()), List.of(new Granted(role, reach)));
    }

    /** Such as {@code viewer of unit Retail/Prod of o-a1b2c3d4e5}. */
    String name() {
        return role.name().toLowerCase(Locale.ROOT) + " of " + reach.words();
    }
}
