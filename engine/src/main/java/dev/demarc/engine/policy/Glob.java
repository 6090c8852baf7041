package dev.demarc.engine.policy;

/** Patterns with {@code *} for any text and {@code ?} for one character. */
final class Glob {
    private Glob() {}

    /**
     * Whether whatever matches the second matches the first. May miss a pattern that covers another only by several
     * wildcards together; never says so wrongly.
     */
    static boolean covers(String pattern, String other) {
        return covers(pattern, 0, other, 0);
    }

    private static boolean covers(String pattern, int at, String other, int otherAt) {
        int p = at;
        int o = otherAt;
        int star = -1;
        int resume = -1;
        while (o < other.length()) {
            char its = other.charAt(o);
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = o;
            } else if (p < pattern.length() && its != '*' && (pattern.charAt(p) == '?' || pattern.charAt(p) == its)) {
                p++;
                o++;
            } else if (star >= 0) {
                p = star + 1;
                o = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Whether some text matches both. */
    static boolean overlap(String one, String other) {
        boolean[] row = new boolean[other.length() + 1];
        row[0] = true;
        for (int j = 1; j <= other.length(); j++) {
            row[j] = row[j - 1] && other.charAt(j - 1) == '*';
        }
        for (int i = 1; i <= one.length(); i++) {
            row = next(row, one.charAt(i - 1), other);
        }
        return row[other.length()];
    }

    private static boolean[] next(boolean[] above, char mine, String other) {
        boolean[] row = new boolean[above.length];
        row[0] = above[0] && mine == '*';
        for (int j = 1; j < row.length; j++) {
            char its = other.charAt(j - 1);
            if (mine == '*' || its == '*') {
                row[j] = above[j] || row[j - 1] || above[j - 1];
            } else {
                row[j] = above[j - 1] && (mine == its || mine == '?' || its == '?');
            }
        }
        return row;
    }
}
