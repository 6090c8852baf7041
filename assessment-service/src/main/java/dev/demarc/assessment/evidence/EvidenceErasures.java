package dev.demarc.assessment.evidence;

import dev.demarc.assessment.act.Acts;
import dev.demarc.assessment.act.ChangeLog;
import dev.demarc.assessment.act.Given;
import dev.demarc.assessment.grant.Acting;
import dev.demarc.assessment.problem.EvidenceErasedException;
import dev.demarc.assessment.problem.StoreUnavailableException;
import dev.demarc.assessment.sql.InTransaction;
import dev.demarc.assessment.sql.Prepared;
import dev.demarc.contracts.access.Person;
import dev.demarc.contracts.api.EvidenceErasure;
import dev.demarc.contracts.api.EvidenceFileView;
import dev.demarc.contracts.api.EvidenceFileView.Erased;
import dev.demarc.shell.problem.ForbiddenException;
import dev.demarc.shell.problem.UnknownIdException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Erases the bytes of evidence files; their records stay, with who erased them, when and why. */
@ApplicationScoped
class EvidenceErasures {
    private static final String HOLD = "SELECT 1 FROM evidence_file WHERE id = ? FOR NO KEY UPDATE";
    private static final String ACCOUNTS = """
            SELECT array_agg(DISTINCT a.account) FROM statement_evidence e JOIN statement_account a USING (statement)
            WHERE e.file = ? HAVING count(*) > 0
            """;
    private static final String ERASE =
            "INSERT INTO evidence_erasure (file, by, by_id, at, reason) VALUES (?, ?, ?, ?, ?)";
    private static final String UNNAMED = """
            FROM evidence_file f WHERE content IS NOT NULL AND uploaded_at <= ?
              AND NOT EXISTS (SELECT 1 FROM statement_evidence e WHERE e.file = f.id)
            """;
    private static final String ANY_UNNAMED = "SELECT id " + UNNAMED + "LIMIT 1";
    private static final String HOLD_UNNAMED = "SELECT id " + UNNAMED + "FOR NO KEY UPDATE SKIP LOCKED";
    private static final String STILL_UNNAMED = "SELECT id " + UNNAMED + "AND f.id = ANY (?)";

    private final DataSource database;
    private final Acts acts;
    private final EvidenceFiles files;
    private final EvidenceQuota quota;
    private final Clock clock;

    EvidenceErasures(DataSource database, Acts acts, EvidenceFiles files, EvidenceQuota quota, Clock clock) {
        this.database = database;
        this.acts = acts;
        this.files = files;
        this.quota = quota;
        this.clock = clock;
    }

    /**
     * @return the record that stays
     * @throws UnknownIdException where there is no such file, or none of the caller's accounts
     * @throws EvidenceErasedException where it was erased before
     */
    EvidenceFileView erase(Acting acting, String id, EvidenceErasure erasure) {
        Person by = Given.person("by", erasure.by(), acting.who());
        String reason = Given.prose("reason", erasure.reason());
        UUID file = Given.id(id);
        return run(connection -> {
            hold(connection, file);
            EvidenceFileView view = files.record(connection, acting.sees(), file)
                    .orElseThrow(() -> new UnknownIdException("evidence file", id));
            Erased before = view.erased();
            if (before != null) {
                throw new EvidenceErasedException(view, before);
            }
            if (!accounts(connection, file).stream().allMatch(acting.may()::covers)) {
                throw new ForbiddenException(
                        "Statements of more accounts than your role reaches rest on it; accepted: files of those"
                                + " alone");
            }
            erase(connection, file, by, new Erased(by.name(), now(), reason));
            return files.record(connection, acting.sees(), file).orElseThrow();
        });
    }

    /** Erases what no statement has named in time. */
    void eraseUnnamed() {
        Instant before = now().minus(quota.unnamedFor());
        if (!anyUnnamed(before)) {
            return;
        }
        run(connection -> {
            List<UUID> held = unnamed(connection, HOLD_UNNAMED, before, List.of());
            List<UUID> unnamed = held.isEmpty() ? held : unnamed(connection, STILL_UNNAMED, before, held);
            Erased erased =
                    new Erased(ChangeLog.SYSTEM.name(), now(), "no statement named it within " + quota.unnamedFor());
            for (UUID file : unnamed) {
                erase(connection, file, ChangeLog.SYSTEM, erased);
            }
            return unnamed;
        });
    }

    private static void erase(Connection connection, UUID file, Person by, Erased erased) throws SQLException {
        Prepared.update(connection, ERASE, file, by.name(), by.id(), erased.at(), erased.reason());
        ChangeLog.append(connection, ChangeLog.Entry.ofFile("erased", file.toString(), by, erased.at(), erased));
    }

    private boolean anyUnnamed(Instant before) {
        try (Connection connection = database.getConnection()) {
            return !unnamed(connection, ANY_UNNAMED, before, List.of()).isEmpty();
        } catch (SQLException e) {
            throw StoreUnavailableException.orBug(e);
        }
    }

    private static List<UUID> unnamed(Connection connection, String sql, Instant before, List<UUID> among)
            throws SQLException {
        List<UUID> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
            if (!among.isEmpty()) {
                statement.setObject(2, among.toArray(UUID[]::new));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
        }
        return found;
    }

    private static void hold(Connection connection, UUID file) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLD)) {
            statement.setObject(1, file);
            statement.execute();
        }
    }

    private static List<String> accounts(Connection connection, UUID file) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ACCOUNTS)) {
            statement.setObject(1, file);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Arrays.asList((String[]) row.getArray(1).getArray()) : List.of();
            }
        }
    }

    private <T> T run(InTransaction.Work<T> work) {
        try {
            return acts.run(work);
        } catch (SQLException e) {
            throw StoreUnavailableException.orBug(e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
