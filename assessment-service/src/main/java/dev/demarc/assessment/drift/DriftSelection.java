package dev.demarc.assessment.drift;

import dev.demarc.assessment.grant.Reached;
import dev.demarc.assessment.listing.AccountNumbers;
import dev.demarc.assessment.listing.ListedAccounts;
import dev.demarc.assessment.listing.TeamNumbers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A query in the store's numbers.
 *
 * @param teams null for any
 * @param kinds codes of the kinds of moves that are asked for
 */
@SuppressWarnings("ArrayRecordComponent") // what JDBC takes; never compared
record DriftSelection(
        ListedAccounts accounts, Integer @Nullable [] teams, Short[] kinds, Instant since, Instant until) {
    static DriftSelection of(Connection connection, Reached reached, DriftQuery query) throws SQLException {
        return new DriftSelection(
                AccountNumbers.find(connection, reached, query.accounts()),
                TeamNumbers.find(connection, query.teams()),
                Arrays.stream(Move.Kind.values())
                        .filter(kind -> query.asksFor(kind.told()))
                        .map(kind -> (short) kind.code())
                        .toArray(Short[]::new),
                query.since(),
                query.until());
    }
}
