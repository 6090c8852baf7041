package dev.demarc.assessment.proposal;

import dev.demarc.assessment.sql.Prepared;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.api.StatementScope;
import dev.demarc.contracts.api.StatementView.State;
import dev.demarc.contracts.resource.ResourceKey;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes statements and what is done with them, and reads what an act must know of one. */
final class StatementStore {
    /**
     * A statement as an act must know it.
     *
     * @param begin when it begins or began, null for when it is approved
     */
    record Stored(
            UUID id,
            StatementKind kind,
            String control,
            int revision,
            StatementScope scope,
            String text,
            String author,
            @Nullable Instant begin,
            Instant expiresAt,
            State state,
            Coverage coverage) {}

    private static final String INSERT = """
            INSERT INTO statement (id, kind, control, revision, scope, text, compensating_control, author, proposed_at,
                valid_from, expires_at, renews)
            VALUES (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String INSERT_ACCOUNTS =
            "INSERT INTO statement_account (statement, account) SELECT ?, unnest(?::text[])";
    private static final String INSERT_RESOURCES =
            "INSERT INTO statement_resource (statement, resource) SELECT ?, unnest(?::text[])";
    private static final String INSERT_EVIDENCE =
            "INSERT INTO statement_evidence (statement, place, file) VALUES (?, ?, ?)";
    private static final String DECIDE = """
            INSERT INTO statement_decision (statement, author, approved, by, at, comment) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String WITHDRAW =
            "INSERT INTO statement_withdrawal (statement, by, at, comment) VALUES (?, ?, ?, ?)";
    private static final String SELECT = """
            SELECT s.*, d.at AS decided_at, d.approved, %s AS state,
                   ARRAY(SELECT account FROM statement_account WHERE statement = s.id) AS accounts,
                   ARRAY(SELECT resource FROM statement_resource WHERE statement = s.id) AS resources
            FROM statement s %s WHERE s.id = ? AND s.kind = ?
            """.formatted(StatementState.SQL, StatementState.JOINS);
    private static final String OVERLAPPING = """
            SELECT s.id FROM statement s
            JOIN statement_account a ON a.statement = s.id
            LEFT JOIN statement_revocation r ON r.statement = s.id AND r.account = a.account
            LEFT JOIN statement_decision d ON d.statement = s.id
            LEFT JOIN statement_withdrawal w ON w.statement = s.id
            WHERE s.kind = 'ATTESTATION' AND s.control = ? AND s.id <> ? AND a.account = ANY (?) AND r.at IS NULL
              AND w.at IS NULL AND coalesce(d.approved, ?)
              AND s.expires_at > greatest(?, s.proposed_at) AND coalesce(greatest(s.valid_from, d.at), ?) < ?
              AND (?::text[] = '{}' OR NOT EXISTS (SELECT 1 FROM statement_resource WHERE statement = s.id)
                   OR EXISTS (SELECT 1 FROM statement_resource WHERE statement = s.id AND resource = ANY (?)))
            LIMIT 1
            """;

    private StatementStore() {}

    static void insert(Connection connection, UUID id, Proposal proposal, Coverage coverage, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, id);
            statement.setString(2, proposal.kind().name());
            statement.setString(3, proposal.control().id());
            statement.setInt(4, proposal.revision());
            statement.setString(5, new String(Json.bytes(proposal.scope()), StandardCharsets.UTF_8));
            statement.setString(6, proposal.text());
            statement.setString(7, proposal.compensatingControl());
            statement.setString(8, proposal.author());
            statement.setObject(9, at(now));
            statement.setObject(10, at(proposal.validFrom()), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(11, at(proposal.expiresAt()));
            statement.setObject(12, proposal.renews(), Types.OTHER);
            statement.executeUpdate();
        }
        insertAll(connection, INSERT_ACCOUNTS, id, new TreeSet<>(coverage.accounts()));
        insertAll(connection, INSERT_RESOURCES, id, texts(coverage));
        try (PreparedStatement statement = connection.prepareStatement(INSERT_EVIDENCE)) {
            for (int place = 0; place < proposal.evidenceFiles().size(); place++) {
                statement.setObject(1, id);
                statement.setInt(2, place);
                statement.setObject(3, proposal.evidenceFiles().get(place));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** False where somebody has decided already. */
    static boolean decide(
            Connection connection, Stored stored, boolean approved, String by, @Nullable String comment, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DECIDE)) {
            statement.setObject(1, stored.id());
            statement.setString(2, stored.author());
            statement.setBoolean(3, approved);
            statement.setString(4, by);
            statement.setObject(5, at(now));
            statement.setString(6, comment);
            return statement.executeUpdate() == 1;
        }
    }

    /** Nobody has, where the caller holds the statement. */
    static void withdraw(Connection connection, UUID id, String by, @Nullable String comment, Instant now)
            throws SQLException {
        Prepared.update(connection, WITHDRAW, id, by, now, comment);
    }

    static Optional<Stored> find(Connection connection, StatementKind kind, UUID id, Instant now) throws SQLException {
        return Rows.first(connection, SELECT, StatementStore::stored, now, id, kind.name());
    }

    /**
     * An attestation of the same control whose term, accounts and resources this one shares.
     *
     * @param proposals whether those that nobody has decided on count
     */
    static Optional<String> overlapping(
            Connection connection,
            UUID id,
            String control,
            Coverage coverage,
            Instant from,
            Instant until,
            boolean proposals)
            throws SQLException {
        String[] resources = texts(coverage).toArray(String[]::new);
        return Rows.first(
                connection,
                OVERLAPPING,
                row -> row.getString(1),
                control,
                id,
                coverage.accounts().toArray(String[]::new),
                proposals,
                from,
                from,
                until,
                resources,
                resources);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Instant from = Rows.instantOrNull(row, "valid_from");
        Instant decided = row.getBoolean("approved") ? Rows.instantOrNull(row, "decided_at") : null;
        List<ResourceKey> resources = new ArrayList<>();
        for (String key : Rows.texts(row, "resources")) {
            resources.add(ResourceKey.parse(key));
        }
        return new Stored(
                row.getObject("id", UUID.class),
                StatementKind.valueOf(row.getString("kind")),
                row.getString("control"),
                row.getInt("revision"),
                Json.read(row.getString("scope").getBytes(StandardCharsets.UTF_8), StatementScope.class),
                row.getString("text"),
                row.getString("author"),
                from == null || (decided != null && decided.isAfter(from)) ? decided : from,
                Rows.instant(row, "expires_at"),
                State.valueOf(row.getString("state")),
                new Coverage(new TreeSet<>(Rows.texts(row, "accounts")), Set.copyOf(resources)));
    }

    private static Set<String> texts(Coverage coverage) {
        Set<String> texts = new TreeSet<>();
        coverage.resources().forEach(key -> texts.add(key.toString()));
        return texts;
    }

    private static void insertAll(Connection connection, String sql, UUID id, Set<String> values) throws SQLException {
        Prepared.update(connection, sql, id, values.toArray(String[]::new));
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
