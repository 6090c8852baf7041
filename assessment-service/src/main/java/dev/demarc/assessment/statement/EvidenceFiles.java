package dev.demarc.assessment.statement;

import dev.demarc.assessment.grant.Grant;
import dev.demarc.assessment.listing.ReadTransaction;
import dev.demarc.assessment.listing.Rows;
import dev.demarc.assessment.problem.StoreUnavailableException;
import dev.demarc.contracts.api.EvidenceFileView;
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
import javax.sql.DataSource;

/** The files that bear out statements, stored with their hash. */
@ApplicationScoped
class EvidenceFiles {
    /** A file with what it holds. */
    @SuppressWarnings("ArrayRecordComponent") // given to the response as it is; never compared
    record File(EvidenceFileView view, byte[] content) {}

    static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final Pattern NAME = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,200}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w.+-]+/[\\w.+-]+");
    private static final String INSERT = """
            INSERT INTO evidence_file (id, name, media_type, size, sha256, uploaded_at, content)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SELECT = """
            SELECT * FROM evidence_file f
            WHERE id = ? AND (?::text[] IS NULL OR EXISTS (
                SELECT 1 FROM statement_evidence e JOIN statement_account a USING (statement)
                WHERE e.file = f.id AND a.account = ANY (?)))
            """;
    private static final String KNOWN = "SELECT id FROM evidence_file WHERE id = ANY (?)";

    private final DataSource database;
    private final ReadTransaction reads;
    private final Clock clock;

    EvidenceFiles(DataSource database, ReadTransaction reads, Clock clock) {
        this.database = database;
        this.reads = reads;
        this.clock = clock;
    }

    /** @throws UnknownReferenceException where the text is no id */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw unknown(text);
        }
    }

    static void requireKnown(Connection connection, List<UUID> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
            for (UUID id : ids) {
                statement.setObject(1, new UUID[] {id});
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        throw unknown(id.toString());
                    }
                }
            }
        }
    }

    EvidenceFileView keep(String name, String mediaType, byte[] content) {
        if (!NAME.matcher(name).matches()) {
            throw new RefusedValueException("name", name, "a file's name of at most 200 characters, without slashes");
        }
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new RefusedValueException("Content-Type", mediaType, "a media type such as application/pdf");
        }
        if (content.length == 0) {
            throw new RefusedValueException("body", "", "the bytes of a file");
        }
        if (content.length > MOST_BYTES) {
            throw tooLarge();
        }
        Executables.refuse(name, content);
        EvidenceFileView view = new EvidenceFileView(
                UUID.randomUUID().toString(),
                name,
                mediaType,
                content.length,
                HexFormat.of().formatHex(sha256(content)),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        insert(view, content);
        return view;
    }

    Optional<File> find(Grant grant, String id) {
        return reads.of(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
                String[] granted =
                        grant.accounts().map(ids -> ids.toArray(String[]::new)).orElse(null);
                statement.setObject(1, uuid(id));
                statement.setObject(2, granted);
                statement.setObject(3, granted);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(file(row)) : Optional.empty();
                }
            }
        });
    }

    static TooLargeException tooLarge() {
        return new TooLargeException("the file", "at most 10 MB (%d bytes)".formatted(MOST_BYTES));
    }

    private void insert(EvidenceFileView view, byte[] content) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, UUID.fromString(view.id()));
            statement.setString(2, view.name());
            statement.setString(3, view.mediaType());
            statement.setInt(4, content.length);
            statement.setBytes(5, sha256(content));
            statement.setObject(6, OffsetDateTime.ofInstant(view.uploadedAt(), ZoneOffset.UTC));
            statement.setBytes(7, content);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw StoreUnavailableException.orBug(e);
        }
    }

    private static File file(ResultSet row) throws SQLException {
        Instant uploadedAt = Rows.instant(row, "uploaded_at");
        return new File(
                new EvidenceFileView(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getInt("size"),
                        HexFormat.of().formatHex(row.getBytes("sha256")),
                        uploadedAt),
                row.getBytes("content"));
    }

    /** What is no id is the id of nothing. */
    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    private static UnknownReferenceException unknown(String id) {
        return new UnknownReferenceException("evidenceFiles", id, "ids that POST /evidence-files gave");
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
