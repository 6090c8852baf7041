package dev.demarc.assessment.catalog;

import com.github.luben.zstd.Zstd;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.catalog.CatalogRevision;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** Every catalog revision that was judged by. */
@ApplicationScoped
public class CatalogStore {
    /** The newest, and those that rows of before a reassessment were judged by. */
    private static final int REMEMBERED = 4;

    private static final String INSERT_REVISION = """
            INSERT INTO catalog_revision (number, published_at, payload) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String INSERT_VERSION =
            "INSERT INTO judging_version (no, revision, engine) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String SELECT = "SELECT payload FROM catalog_revision WHERE number = ?";
    private static final String SELECT_NEWEST = "SELECT payload FROM catalog_revision ORDER BY number DESC LIMIT 1";

    private final DataSource database;
    private final Recent<Integer, CatalogRevision> revisions = new Recent<>(REMEMBERED);

    public CatalogStore(DataSource database) {
        this.database = database;
    }

    void save(CatalogRevision revision, JudgingVersion version) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insertRevision = connection.prepareStatement(INSERT_REVISION);
                PreparedStatement insertVersion = connection.prepareStatement(INSERT_VERSION)) {
            insertRevision.setInt(1, revision.number());
            insertRevision.setObject(2, OffsetDateTime.ofInstant(revision.publishedAt(), ZoneOffset.UTC));
            insertRevision.setBytes(3, Zstd.compress(Json.bytes(revision)));
            insertRevision.executeUpdate();
            insertVersion.setInt(1, version.number());
            insertVersion.setInt(2, version.revision());
            insertVersion.setInt(3, version.engine());
            insertVersion.executeUpdate();
        }
        revisions.put(revision.number(), revision);
    }

    /** Nothing is believed that was read before. */
    public void forget() {
        revisions.clear();
    }

    public Optional<CatalogRevision> newest() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT_NEWEST)) {
            return revision(statement);
        }
    }

    /** @throws IllegalArgumentException where nothing was ever judged by that revision */
    public CatalogRevision revision(int number) throws SQLException {
        Optional<CatalogRevision> known = revisions.get(number);
        if (known.isPresent()) {
            return known.get();
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setInt(1, number);
            CatalogRevision stored = revision(statement)
                    .orElseThrow(() -> new IllegalArgumentException("revision %d is not stored".formatted(number)));
            revisions.put(number, stored);
            return stored;
        }
    }

    private static Optional<CatalogRevision> revision(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                return Optional.empty();
            }
            byte[] payload = rows.getBytes(1);
            byte[] json = Zstd.decompress(payload, Math.toIntExact(Zstd.getFrameContentSize(payload)));
            return Optional.of(Json.read(json, CatalogRevision.class));
        }
    }
}
