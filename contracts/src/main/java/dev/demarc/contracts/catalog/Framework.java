package dev.demarc.contracts.catalog;

import dev.demarc.contracts.Require;
import java.util.Map;

/**
 * A framework that controls map to.
 *
 * @param requirements short names by id; ids and short names only, never a standard's text
 */
public record Framework(String id, String name, String version, Map<String, String> requirements) {
    public Framework {
        Require.text(id, "framework id");
        Require.text(name, "name of framework " + id);
        Require.text(version, "version of framework " + id);
        requirements = requirements == null ? Map.of() : Map.copyOf(requirements);
    }
}
