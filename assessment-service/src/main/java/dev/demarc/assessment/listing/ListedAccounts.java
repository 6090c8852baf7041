package dev.demarc.assessment.listing;

import org.jspecify.annotations.Nullable;

/**
 * The accounts that a list is about, in the store's numbers.
 *
 * @param all in which something may be seen
 * @param whole of these the ones of which all may be seen, null for each of them
 * @param teams whose own may be seen in the others
 */
@SuppressWarnings("ArrayRecordComponent") // what JDBC takes; never compared
public record ListedAccounts(Integer[] all, Integer @Nullable [] whole, Integer[] teams) {
    private static final String SEEN = "(?::int[] IS NULL OR %s = ANY (?::int[]) OR %s = ANY (?::int[]))";

    public static ListedAccounts whole(Integer[] accounts) {
        return new ListedAccounts(accounts, null, new Integer[0]);
    }

    /**
     * A condition that holds for rows that may be seen; it takes {@link #seen}.
     *
     * @param account where a row has its account's number
     * @param team where it has its team's
     */
    public static String seen(String account, String team) {
        return SEEN.formatted(account, team);
    }

    /** What the condition takes, in its order. */
    public @Nullable Object[] seen() {
        return new @Nullable Object[] {whole, whole, teams};
    }

    /** Those of which all may be seen. */
    public Integer[] wholeOnes() {
        return whole == null ? all : whole;
    }
}
