package dev.demarc.shell.token;

import java.util.Locale;

/** A part of the platform that calls or is called. */
public enum Part {
    CATALOG,
    SCANNER,
    ASSESSMENT,
    GATEWAY,
    /** {@code ./demarc} and its commands. */
    LAUNCHER;

    /** As tokens name it, such as {@code assessment}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
