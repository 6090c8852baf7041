package dev.demarc.assessment.proposal;

import dev.demarc.assessment.sql.Prepared;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.access.Person;
import dev.demarc.contracts.api.StatementScope;
import dev.demarc.contracts.api.StatementView.State;
import dev.demarc.contracts.resource.ResourceKey;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
            Person author,
            Set<String> authorTeams,
            @Nullable Instant begin,
            Instant expiresAt,
            State state,
            Coverage coverage) {}

    private static final String INSERT = """
            INSERT INTO statement (id, kind, control, revision, scope, text, compensating_control, author, author_id,
                author_teams, proposed_at, valid_from, expires_at, renews)
            VALUES (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String INSERT_ACCOUNTS =
            "INSERT INTO statement_account (statement, account) SELECT ?, unnest(?::text[])";
    private static final String INSERT_RESOURCES =
            "INSERT INTO statement_resource (statement, resource, team) SELECT ?, unnest(?::text[]), unnest(?::text[])";
    private static final String INSERT_EVIDENCE =
            "INSERT INTO statement_evidence (statement, place, file) VALUES (?, ?, ?)";
    private static final String DECIDE = """
            INSERT INTO statement_decision (statement, author, author_id, approved, by, by_id, at, comment)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String WITHDRAW =
            "INSERT INTO statement_withdrawal (statement, by, by_id, at, comment) VALUES (?, ?, ?, ?, ?)";
    private static final String SELECT = """
            SELECT s.*, d.at AS decided_at, d.approved, %s AS state,
                   ARRAY(SELECT account FROM statement_account WHERE statement = s.id) AS accounts,
                   ARRAY(SELECT resource FROM statement_resource WHERE statement = s.id ORDER BY resource) AS resources,
                   ARRAY(SELECT team FROM statement_resource WHERE statement = s.id ORDER BY resource) AS teams
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

    static void insert(
            Connection connection, UUID id, Proposal proposal, Set<String> authorTeams, Coverage coverage, Instant now)
            throws SQLException {
        Prepared.update(
                connection,
                INSERT,
                id,
                proposal.kind().name(),
                proposal.control().id(),
                proposal.revision(),
                new String(Json.bytes(proposal.scope()), StandardCharsets.UTF_8),
                proposal.text(),
                proposal.compensatingControl(),
                proposal.author().name(),
                proposal.author().id(),
                authorTeams.toArray(String[]::new),
                now,
                proposal.validFrom(),
                proposal.expiresAt(),
                proposal.renews());
        Prepared.update(connection, INSERT_ACCOUNTS, id, coverage.accounts().toArray(String[]::new));
        SortedMap<String, String> resources = texts(coverage);
        Prepared.update(
                connection,
                INSERT_RESOURCES,
                id,
                resources.keySet().toArray(String[]::new),
                resources.values().toArray(String[]::new));
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
            Connection connection, Stored stored, boolean approved, Person by, @Nullable String comment, Instant now)
            throws SQLException {
        try (PreparedStatement statement = Prepared.of(
                connection,
                DECIDE,
                stored.id(),
                stored.author().name(),
                stored.author().id(),
                approved,
                by.name(),
                by.id(),
                now,
                comment)) {
            return statement.executeUpdate() == 1;
        }
    }

    /** Nobody has, where the caller holds the statement. */
    static void withdraw(Connection connection, UUID id, Person by, @Nullable String comment, Instant now)
            throws SQLException {
        Prepared.update(connection, WITHDRAW, id, by.name(), by.id(), now, comment);
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
        String[] resources = texts(coverage).keySet().toArray(String[]::new);
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
        Map<ResourceKey, String> resources = new HashMap<>();
        List<String> teams = Rows.texts(row, "teams");
        for (String key : Rows.texts(row, "resources")) {
            resources.put(ResourceKey.parse(key), teams.get(resources.size()));
        }
        return new Stored(
                row.getObject("id", UUID.class),
                StatementKind.valueOf(row.getString("kind")),
                row.getString("control"),
                row.getInt("revision"),
                Json.read(row.getString("scope").getBytes(StandardCharsets.UTF_8), StatementScope.class),
                row.getString("text"),
                new Person(row.getString("author_id"), row.getString("author")),
                Set.copyOf(Rows.texts(row, "author_teams")),
                from == null || (decided != null && decided.isAfter(from)) ? decided : from,
                Rows.instant(row, "expires_at"),
                State.valueOf(row.getString("state")),
                new Coverage(new TreeSet<>(Rows.texts(row, "accounts")), resources));
    }

    private static SortedMap<String, String> texts(Coverage coverage) {
        SortedMap<String, String> texts = new TreeMap<>();
        coverage.resources().forEach((key, team) -> texts.put(key.toString(), team));
        return texts;
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
