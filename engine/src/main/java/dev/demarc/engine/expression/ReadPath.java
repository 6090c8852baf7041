package dev.demarc.engine.expression;

import dev.demarc.engine.path.ConfigurationPath;

/**
 * A configuration path that an expression reads.
 *
 * @param deep whether it looks at everything below, or only at whether it is there and what it is
 */
record ReadPath(ConfigurationPath path, boolean deep) {
    boolean touchedBy(ConfigurationPath unread) {
        return unread.covers(path) || (deep && path.covers(unread));
    }
}
