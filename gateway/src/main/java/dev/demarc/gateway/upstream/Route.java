package dev.demarc.gateway.upstream;

import java.util.Arrays;
import java.util.List;

/**
 * One path that another service answers.
 *
 * @param method how it is asked; who asks for the head alone asks as with GET
 * @param path its segments below the API's root: as they are, one of several apart by bars, {@code *} for any one,
 *     {@code **} as the last for any number
 * @param ofOneOrganization whether it is of the default organisation unless one or an account is named
 * @param mostBytes how large a body may be
 */
record Route(String method, List<String> path, Target target, Budget budget, boolean ofOneOrganization, int mostBytes) {
    private static final String ANY = "*";
    private static final String REST = "**";

    Route {
        path = List.copyOf(path);
        if (mostBytes < 0) {
            throw new IllegalArgumentException(
                    "a route's body has %d bytes; accepted: 0 and more".formatted(mostBytes));
        }
    }

    static Route of(String method, String path, Target target) {
        return new Route(method, segments(path), target, Budget.READS, false, 0);
    }

    Route ofTheDefaultOrganization() {
        return new Route(method, path, target, budget, true, mostBytes);
    }

    Route asDownload() {
        return new Route(method, path, target, Budget.DOWNLOADS, ofOneOrganization, mostBytes);
    }

    Route withABodyOf(int most) {
        return new Route(method, path, target, budget, ofOneOrganization, most);
    }

    /** @param asked below the API's root, beginning with a slash */
    boolean matches(String askedMethod, String asked) {
        return method.equals(askedMethod) && matches(segments(asked));
    }

    private boolean matches(List<String> asked) {
        boolean open = path.get(path.size() - 1).equals(REST);
        int fixed = open ? path.size() - 1 : path.size();
        if (open ? asked.size() < fixed : asked.size() != fixed) {
            return false;
        }
        for (int at = 0; at < fixed; at++) {
            if (!path.get(at).equals(ANY)
                    && !Arrays.asList(path.get(at).split("\\|", -1)).contains(asked.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
