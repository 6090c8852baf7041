package dev.demarc.shell.edge;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The host names that a service goes by. A page of a foreign name that was made to resolve to this machine (DNS
 * rebinding) sends that name along, and is refused by it; an address cannot be rebound, so a service that is bound beyond
 * loopback answers to any.
 */
public final class Hosts {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

    private final Set<String> names;
    private final boolean anyAddress;

    /** @param anyAddress whether the service is bound beyond loopback */
    Hosts(Collection<String> configured, boolean anyAddress) {
        names = Stream.concat(LOOPBACK.stream(), configured.stream().map(Hosts::lower))
                .collect(Collectors.toUnmodifiableSet());
        this.anyAddress = anyAddress;
    }

    /** @param boundTo what a server listens on, as {@code quarkus.http.host} names it */
    public static boolean isLoopback(String boundTo) {
        String name = lower(boundTo);
        return LOOPBACK.contains(name) || name.equals("::1") || name.matches("127(\\.\\d{1,3}){3}");
    }

    /** @param authority a host with or without its port, as the Host header gives it */
    boolean know(@Nullable String authority) {
        if (authority == null) {
            return false;
        }
        String name = lower(PORT.matcher(authority).replaceFirst(""));
        return names.contains(name) || (anyAddress && ADDRESS.matcher(name).matches());
    }

    String accepted() {
        String sorted = names.stream().sorted().collect(Collectors.joining(", "));
        return anyAddress ? sorted + ", any address" : sorted;
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
