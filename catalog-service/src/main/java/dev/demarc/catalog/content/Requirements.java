package dev.demarc.catalog.content;

import dev.demarc.contracts.catalog.Framework;

/** Looks requirement ids up in frameworks, which name the requirements but not each of their parts. */
final class Requirements {
    private Requirements() {}

    /** Whether the framework names the requirement or what it is a part of: AC-2 for AC-2(1)(a), 8.3 for 8.3.10.1. */
    static boolean named(Framework framework, String requirement) {
        String id = requirement;
        while (!id.isEmpty()) {
            if (framework.requirements().containsKey(id)) {
                return true;
            }
            id = id.substring(0, Math.max(0, Math.max(id.lastIndexOf('('), id.lastIndexOf('.'))));
        }
        return false;
    }
}
