package dev.demarc.assessment.scorecard;

import dev.demarc.assessment.grant.Reached;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.scorecard.Scorecard;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads the scorecards that the publisher keeps. */
final class ScorecardStore {
    private static final String NEWEST =
            "SELECT c.payload FROM scorecard c JOIN account a ON a.no = c.account WHERE a.id = ?"
                    + " AND c.payload IS NOT NULL";

    private ScorecardStore() {}

    static Optional<Scorecard> newest(Connection connection, Reached reached, String account) throws SQLException {
        if (!reached.covers(account)) {
            return Optional.empty();
        }
        try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            statement.setString(1, account);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(Json.read(row.getBytes(1), Scorecard.class)) : Optional.empty();
            }
        }
    }
}
