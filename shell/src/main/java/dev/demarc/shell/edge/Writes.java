package dev.demarc.shell.edge;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which writes come from the service's own pages, or from no page at all. */
final class Writes {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private Writes() {}

    static boolean isWrite(String method) {
        return !READING.contains(method);
    }

    /**
     * @param authority the host and port that the request was sent to
     * @param origin the Origin header, which browsers send with every write
     * @param fetchSite the Sec-Fetch-Site header, which newer browsers send too
     * @return why it is refused, null where it is not
     */
    static @Nullable String refusal(String authority, @Nullable String origin, @Nullable String fetchSite) {
        if (fetchSite != null && !OWN_SITES.contains(fetchSite)) {
            return "Sec-Fetch-Site is '%s'; accepted: same-origin, none".formatted(fetchSite);
        }
        if (origin != null && !authority.equalsIgnoreCase(authority(origin))) {
            return "Origin is '%s'; accepted: a page of %s".formatted(origin, authority);
        }
        return null;
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
