package dev.demarc.scanner.iam;

import java.util.Comparator;

/**
 * What IAM is asked for.
 *
 * @param name such as {@code s3:GetBucketPolicy}
 * @param resource what it is for, {@code *} for all
 */
record Action(String name, String resource) implements Comparable<Action> {
    static final String ALL = "*";

    private static final Comparator<Action> ORDER =
            Comparator.comparing(Action::name).thenComparing(Action::resource);

    Action {
        if (!name.matches("[a-z0-9-]+:[A-Za-z0-9]+")) {
            throw new IllegalArgumentException("not an action of IAM: " + name);
        }
    }

    /** @param text {@code service:Action}, or with a resource behind it */
    static Action parse(String text) {
        String[] parts = text.split(" ", 2);
        return new Action(parts[0], parts.length == 1 ? ALL : parts[1]);
    }

    String service() {
        return name.substring(0, name.indexOf(':'));
    }

    @Override
    public int compareTo(Action other) {
        return ORDER.compare(this, other);
    }
}
