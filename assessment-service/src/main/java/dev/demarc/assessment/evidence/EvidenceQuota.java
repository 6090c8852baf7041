package dev.demarc.assessment.evidence;

import dev.demarc.assessment.problem.EvidenceFullException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;

/** How much evidence may be kept: in all, of one organisation, and of what no statement names. */
@ApplicationScoped
public class EvidenceQuota {
    private static final long MEGABYTE = 1024 * 1024;
    private static final Duration LEAST_WAIT = Duration.ofMinutes(1);
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(7163)";
    private static final String KEPT = """
            SELECT coalesce(sum(size), 0), coalesce(sum(size) FILTER (WHERE NOT EXISTS (
                SELECT 1 FROM statement_evidence e WHERE e.file = f.id)), 0)
            FROM evidence_file f WHERE content IS NOT NULL
            """;
    private static final String OF_ORGANIZATIONS = """
            WITH belongs AS (
                SELECT id, coalesce(i.organization, id) AS organization
                FROM (SELECT account AS id FROM statement_account UNION SELECT unnest(?::text[])) known
                     LEFT JOIN account_info i USING (id)),
            concerned AS (SELECT DISTINCT organization FROM belongs WHERE id = ANY (?)),
            named AS (
                SELECT organization, e.file FROM concerned JOIN belongs USING (organization)
                    JOIN statement_account a ON a.account = belongs.id JOIN statement_evidence e USING (statement)
                UNION SELECT organization, unnest(?::uuid[]) FROM concerned)
            SELECT organization, sum(f.size) AS bytes
            FROM named JOIN evidence_file f ON f.id = named.file AND f.content IS NOT NULL
            GROUP BY organization ORDER BY bytes DESC LIMIT 1
            """;

    private final EvidenceConfig config;

    /** @throws IllegalArgumentException where a setting is not accepted */
    public EvidenceQuota(EvidenceConfig config) {
        this.config = config;
        if (config.unnamedFor().compareTo(LEAST_WAIT) < 0) {
            throw new IllegalArgumentException("demarc.evidence.unnamed-for is %s; accepted: %s or more"
                    .formatted(config.unnamedFor(), LEAST_WAIT));
        }
    }

    /** How long a file waits for a statement to name it. */
    Duration unnamedFor() {
        return config.unnamedFor();
    }

    /**
     * Holds off other uploads until the transaction ends.
     *
     * @throws EvidenceFullException where the new file is more than may be kept
     */
    void admit(Connection connection, long size) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ONE_AT_A_TIME)) {
            statement.execute();
        }
        try (PreparedStatement statement = connection.prepareStatement(KEPT);
                ResultSet row = statement.executeQuery()) {
            row.next();
            require(row.getLong(1) + size, config.mostMegabytes(), "All evidence files");
            require(row.getLong(2) + size, config.mostMegabytesUnnamed(), "The files that no statement names yet");
        }
    }

    /** @throws EvidenceFullException where an organisation of the accounts would have more than it may */
    public void admit(Connection connection, Collection<UUID> files, Collection<String> accounts) throws SQLException {
        if (files.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(OF_ORGANIZATIONS)) {
            String[] ids = accounts.toArray(String[]::new);
            statement.setObject(1, ids);
            statement.setObject(2, ids);
            statement.setObject(3, files.toArray(UUID[]::new));
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    require(
                            row.getLong("bytes"),
                            config.mostMegabytesOfAnOrganization(),
                            "The files of organisation " + row.getString("organization"));
                }
            }
        }
    }

    private static void require(long bytes, int mostMegabytes, String what) {
        if (bytes > mostMegabytes * MEGABYTE) {
            throw new EvidenceFullException("%s would have %d bytes; accepted: at most %d MB, once others are erased"
                    .formatted(what, bytes, mostMegabytes));
        }
    }
}
