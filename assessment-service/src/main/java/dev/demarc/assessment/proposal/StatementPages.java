package dev.demarc.assessment.proposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.demarc.assessment.act.Given;
import dev.demarc.assessment.catalog.CatalogStore;
import dev.demarc.assessment.grant.Reached;
import dev.demarc.assessment.listing.Cursor;
import dev.demarc.assessment.listing.ReadTransaction;
import dev.demarc.assessment.responsibility.CatalogLookup;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.api.EvidenceFileView;
import dev.demarc.contracts.api.Page;
import dev.demarc.contracts.api.StatementScope;
import dev.demarc.contracts.api.StatementView;
import dev.demarc.contracts.api.StatementView.Revocation;
import dev.demarc.contracts.catalog.Control;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statements for readers, the newest first. */
@ApplicationScoped
class StatementPages {
    private static final TypeReference<List<Revocation>> REVOCATIONS = new TypeReference<>() {};
    private static final TypeReference<List<EvidenceFileView>> EVIDENCE = new TypeReference<>() {};
    private static final String STATED = """
            WITH stated AS (
                SELECT s.*, d.by AS decided_by, d.by_id AS decided_by_id, d.at AS decided_at, d.comment AS decision,
                       CASE WHEN d.approved THEN greatest(s.valid_from, d.at) ELSE s.valid_from END AS begins,
                       (SELECT coalesce(array_agg(a.account), '{}') FROM statement_account a WHERE a.statement = s.id
                            AND (?::text[] IS NULL OR a.account = ANY (?) OR EXISTS (
                                SELECT 1 FROM statement_resource r WHERE r.statement = s.id AND r.team = ANY (?)
                                  AND starts_with(r.resource, a.account || '.')))) AS seen_accounts,
                       (SELECT coalesce(array_agg(resource), '{}') FROM statement_resource r
                        WHERE r.statement = s.id AND r.team = ANY (?)) AS own_resources,
                       %s AS state
                FROM statement s %s
                WHERE s.kind = ? AND (?::text[] IS NULL
                    OR EXISTS (SELECT 1 FROM statement_account a WHERE a.statement = s.id AND a.account = ANY (?))
                    OR EXISTS (SELECT 1 FROM statement_resource r WHERE r.statement = s.id AND r.team = ANY (?))))
            """.formatted(StatementState.SQL, StatementState.JOINS);
    private static final String FILTER = """
            FROM stated s WHERE (?::uuid IS NULL OR id = ?) AND (?::text[] IS NULL OR state = ANY (?))
              AND (?::text[] IS NULL OR control = ANY (?)) AND (?::timestamptz IS NULL OR expires_at < ?)
              AND (?::text[] IS NULL OR seen_accounts && ?::text[])
              AND (?::text IS NULL OR EXISTS (
                  SELECT 1 FROM unnest(seen_accounts) a (account) LEFT JOIN account_info i ON i.id = a.account
                  WHERE coalesce(i.organization, a.account) = ?))
            """;
    private static final String TOTAL = STATED + "SELECT count(*) " + FILTER;
    private static final String PAGE = STATED + """
            SELECT s.*, cardinality(seen_accounts) AS accounts,
                   (SELECT coalesce(jsonb_agg(jsonb_build_object('account', account, 'finding', finding, 'at', at,
                                'reason', reason) ORDER BY at, account), '[]')
                    FROM statement_revocation WHERE statement = s.id) AS revocations,
                   (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type,
                                'size', f.size, 'sha256', encode(f.sha256, 'hex'), 'uploadedAt', f.uploaded_at,
                                'erased', CASE WHEN x.file IS NOT NULL
                                    THEN jsonb_build_object('by', x.by, 'at', x.at, 'reason', x.reason) END)
                                ORDER BY e.place), '[]')
                    FROM statement_evidence e JOIN evidence_file f ON f.id = e.file
                        LEFT JOIN evidence_erasure x ON x.file = f.id
                    WHERE e.statement = s.id) AS evidence
            """ + FILTER + "AND no < ? ORDER BY no DESC LIMIT ?";

    private record Placed(long no, StatementView view) {}

    private final ReadTransaction reads;
    private final CatalogStore revisions;

    StatementPages(ReadTransaction reads, CatalogStore revisions) {
        this.reads = reads;
        this.revisions = revisions;
    }

    Optional<StatementView> one(Reached reached, StatementKind kind, String id, CatalogLookup catalog, Instant now) {
        @Nullable Object[] filter = filter(reached, kind, Given.id(id), StatementFilter.ALL, now);
        return reads.of(connection -> rows(connection, filter, Long.MAX_VALUE, 1, reached, catalog)).stream()
                .findFirst()
                .map(Placed::view);
    }

    Page<StatementView> page(
            Reached reached,
            StatementKind kind,
            StatementFilter wanted,
            Cursor after,
            int limit,
            int fingerprint,
            CatalogLookup catalog,
            Instant now) {
        @Nullable Object[] filter = filter(reached, kind, null, wanted, now);
        long before = after.rid() == Cursor.START.rid() ? Long.MAX_VALUE : after.rid();
        return reads.of(connection -> {
            List<Placed> found = rows(connection, filter, before, limit + 1, reached, catalog);
            boolean more = found.size() > limit;
            List<Placed> given = more ? found.subList(0, limit) : found;
            return new Page<>(
                    given.stream().map(Placed::view).toList(),
                    more ? new Cursor(0, 0, given.get(limit - 1).no(), 0).text(fingerprint) : null,
                    total(connection, filter));
        });
    }

    private static @Nullable Object[] filter(
            Reached reached, StatementKind kind, @Nullable UUID id, StatementFilter wanted, Instant now) {
        String @Nullable [] granted =
                reached.accounts().map(ids -> ids.toArray(String[]::new)).orElse(null);
        String[] teams = reached.teams().toArray(String[]::new);
        String @Nullable [] states = wanted.states();
        String @Nullable [] controls = wanted.controls();
        String @Nullable [] accounts = wanted.accounts();
        Object expires = StatementStore.at(wanted.expiresBefore());
        return new @Nullable Object[] {
            granted,
            granted,
            teams,
            teams,
            StatementStore.at(now),
            kind.name(),
            granted,
            granted,
            teams,
            id,
            id,
            states,
            states,
            controls,
            controls,
            expires,
            expires,
            accounts,
            accounts,
            wanted.organization(),
            wanted.organization()
        };
    }

    private static long total(Connection connection, @Nullable Object[] filter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TOTAL)) {
            bind(statement, filter);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private List<Placed> rows(
            Connection connection,
            @Nullable Object[] filter,
            long before,
            int limit,
            Reached reached,
            CatalogLookup catalog)
            throws SQLException {
        List<Placed> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
            int next = bind(statement, filter);
            statement.setLong(next, before);
            statement.setInt(next + 1, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Placed(row.getLong("no"), view(row, reached, catalog)));
                }
            }
        }
        return found;
    }

    private static int bind(PreparedStatement statement, @Nullable Object[] filter) throws SQLException {
        for (int i = 0; i < filter.length; i++) {
            statement.setObject(i + 1, filter[i]);
        }
        return filter.length + 1;
    }

    private StatementView view(ResultSet row, Reached reached, CatalogLookup catalog) throws SQLException {
        Control control = control(row.getString("control"), row.getInt("revision"), catalog);
        StatementScope scope = Json.read(row.getString("scope").getBytes(StandardCharsets.UTF_8), StatementScope.class);
        return new StatementView(
                row.getString("id"),
                StatementKind.valueOf(row.getString("kind")),
                control.id(),
                control.title(),
                control.severity(),
                control.layer(),
                seen(scope, Set.copyOf(Rows.texts(row, "own_resources")), reached),
                row.getString("text"),
                row.getString("compensating_control"),
                list(row.getString("evidence"), EVIDENCE),
                row.getString("author"),
                row.getString("author_id"),
                Rows.instant(row, "proposed_at"),
                row.getString("decided_by"),
                row.getString("decided_by_id"),
                Rows.instantOrNull(row, "decided_at"),
                row.getString("decision"),
                Rows.instantOrNull(row, "begins"),
                Rows.instant(row, "expires_at"),
                control.renewalDays(),
                StatementView.State.valueOf(row.getString("state")),
                list(row.getString("revocations"), REVOCATIONS).stream()
                        .filter(each -> reached.covers(each.account()))
                        .toList(),
                row.getInt("accounts"));
    }

    /** As the catalog has it now; one that it has retired as the statement was checked by. */
    private Control control(String id, int revision, CatalogLookup catalog) throws SQLException {
        Optional<Control> current = catalog.control(id);
        return current.isPresent()
                ? current.get()
                : revisions.revision(revision).controls().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                "revision %d has no control %s, of which a statement is".formatted(revision, id)));
    }

    /** @param own the resources that the reader's teams own */
    private static StatementScope seen(StatementScope scope, Set<String> own, Reached reached) {
        return new StatementScope(
                scope.organization(),
                scope.ou(),
                scope.accounts().stream().filter(reached::covers).toList(),
                scope.resources().stream()
                        .filter(key -> own.contains(key) || reached.covers(key.substring(0, key.indexOf('.'))))
                        .toList());
    }

    private static <T> List<T> list(String json, TypeReference<List<T>> type) {
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL gave what is not readable: " + e.getOriginalMessage(), e);
        }
    }
}
