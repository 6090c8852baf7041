package dev.demarc.assessment.evidence;

import dev.demarc.assessment.act.Acts;
import dev.demarc.assessment.act.Given;
import dev.demarc.assessment.grant.Reached;
import dev.demarc.assessment.listing.ReadTransaction;
import dev.demarc.assessment.problem.EvidenceErasedException;
import dev.demarc.assessment.problem.EvidenceFullException;
import dev.demarc.assessment.problem.StoreUnavailableException;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.contracts.api.EvidenceFileView;
import dev.demarc.contracts.api.EvidenceFileView.Erased;
import dev.demarc.shell.problem.RefusedValueException;
import dev.demarc.shell.problem.TooLargeException;
import dev.demarc.shell.problem.UnknownReferenceException;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files that bear out statements, stored with their hash. */
@ApplicationScoped
public class EvidenceFiles {
    /** A file with what it holds. */
    @SuppressWarnings("ArrayRecordComponent") // given to the response as it is; never compared
    record File(EvidenceFileView view, byte[] content) {}

    static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final Pattern NAME = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,200}");
    private static final String INSERT = """
            INSERT INTO evidence_file (id, name, media_type, size, sha256, uploaded_at, content)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String VISIBLE = """
            FROM evidence_file f LEFT JOIN evidence_erasure x ON x.file = f.id
            WHERE f.id = ? AND (?::text[] IS NULL
                OR EXISTS (SELECT 1 FROM statement_evidence e JOIN statement_account a USING (statement)
                           WHERE e.file = f.id AND a.account = ANY (?))
                OR EXISTS (SELECT 1 FROM statement_evidence e JOIN statement_resource r USING (statement)
                           WHERE e.file = f.id AND r.team = ANY (?)))
            """;
    private static final String RECORD =
            "SELECT f.id, f.name, f.media_type, f.size, f.sha256, f.uploaded_at, x.by, x.at, x.reason " + VISIBLE;
    private static final String CONTENT = "SELECT content FROM evidence_file WHERE id = ?";
    private static final String HOLD_KEPT =
            "SELECT 1 FROM evidence_file WHERE id = ? AND content IS NOT NULL FOR SHARE";

    private final Acts acts;
    private final ReadTransaction reads;
    private final EvidenceQuota quota;
    private final Clock clock;

    EvidenceFiles(Acts acts, ReadTransaction reads, EvidenceQuota quota, Clock clock) {
        this.acts = acts;
        this.reads = reads;
        this.quota = quota;
        this.clock = clock;
    }

    /** @throws UnknownReferenceException where the text is no id */
    public static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw unknown(text);
        }
    }

    /**
     * Keeps the files from being erased until the transaction ends.
     *
     * @throws UnknownReferenceException where one is not there, or erased
     */
    public static void requireKept(Connection connection, List<UUID> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLD_KEPT)) {
            for (UUID id : ids) {
                statement.setObject(1, id);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        throw unknown(id.toString());
                    }
                }
            }
        }
    }

    /** @throws EvidenceFullException where there is no room for it */
    EvidenceFileView keep(String name, byte[] content) {
        if (!NAME.matcher(name).matches()) {
            throw new RefusedValueException("name", name, "a file's name of at most 200 characters, without slashes");
        }
        if (content.length == 0) {
            throw new RefusedValueException("body", "", "the bytes of a file");
        }
        if (content.length > MOST_BYTES) {
            throw tooLarge();
        }
        EvidenceFileView view = new EvidenceFileView(
                UUID.randomUUID().toString(),
                name,
                EvidenceContent.typeOf(name, content).mediaType(),
                content.length,
                HexFormat.of().formatHex(sha256(content)),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
        try {
            return acts.run(connection -> {
                quota.admit(connection, content.length);
                insert(connection, view, content);
                return view;
            });
        } catch (SQLException e) {
            throw StoreUnavailableException.orBug(e);
        }
    }

    /** @throws EvidenceErasedException where its bytes are no more */
    Optional<File> find(Reached reached, String id) {
        UUID file = Given.id(id);
        return reads.of(connection -> {
            Optional<EvidenceFileView> view = record(connection, reached, file);
            if (view.isEmpty()) {
                return Optional.empty();
            }
            Erased erased = view.get().erased();
            if (erased != null) {
                throw new EvidenceErasedException(view.get(), erased);
            }
            return Optional.of(new File(view.get(), content(connection, file)));
        });
    }

    /** What stays of a file, where the caller may see it. */
    Optional<EvidenceFileView> record(Connection connection, Reached reached, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RECORD)) {
            String[] granted =
                    reached.accounts().map(ids -> ids.toArray(String[]::new)).orElse(null);
            statement.setObject(1, id);
            statement.setObject(2, granted);
            statement.setObject(3, granted);
            statement.setObject(4, reached.teams().toArray(String[]::new));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(view(row)) : Optional.empty();
            }
        }
    }

    static TooLargeException tooLarge() {
        return new TooLargeException("the file", "at most 10 MB (%d bytes)".formatted(MOST_BYTES));
    }

    private static void insert(Connection connection, EvidenceFileView view, byte[] content) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, UUID.fromString(view.id()));
            statement.setString(2, view.name());
            statement.setString(3, view.mediaType());
            statement.setInt(4, content.length);
            statement.setBytes(5, sha256(content));
            statement.setObject(6, OffsetDateTime.ofInstant(view.uploadedAt(), ZoneOffset.UTC));
            statement.setBytes(7, content);
            statement.executeUpdate();
        }
    }

    private static byte[] content(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CONTENT)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }

    private static EvidenceFileView view(ResultSet row) throws SQLException {
        return new EvidenceFileView(
                row.getString("id"),
                row.getString("name"),
                row.getString("media_type"),
                row.getInt("size"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                Rows.instant(row, "uploaded_at"),
                erased(row));
    }

    private static @Nullable Erased erased(ResultSet row) throws SQLException {
        Instant at = Rows.instantOrNull(row, "at");
        return at == null ? null : new Erased(row.getString("by"), at, row.getString("reason"));
    }

    private static UnknownReferenceException unknown(String id) {
        return new UnknownReferenceException(
                "evidenceFiles", id, "ids that POST /evidence-files gave, of files that are not erased");
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
