package dev.demarc.assessment.partition;

import dev.demarc.assessment.bus.TopicLog;
import dev.demarc.assessment.sql.InTransaction;
import dev.demarc.assessment.sql.Prepared;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.assessment.sql.SqlState;
import dev.demarc.contracts.event.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Notices, whenever a partition is taken, that the platform is not what it was. A database that was started again, failed
 * over or was restored may have lost what this instance remembers of it: that is forgotten. One of another identity or
 * timeline may have lost scorecards that gateways have: their versions go on from beyond all that can have been given.
 */
@ApplicationScoped
public class Epochs {
    /** A database server, and since when it runs. */
    private record Server(String identity, String startedAt) {}

    private static final Logger LOG = Logger.getLogger(Epochs.class);
    private static final String UNTOLD = "untold";
    private static final String SERVER = """
            SELECT s.system_identifier || '/' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8)
            FROM pg_control_system() s
            """;
    private static final String STARTED_AT = "SELECT pg_postmaster_start_time()::text";
    private static final String ADOPT = """
            INSERT INTO platform_epoch AS e (database, scorecards, versions_from, since) VALUES (?, ?, 1, now())
            ON CONFLICT (one) DO UPDATE SET database = excluded.database, scorecards = excluded.scorecards,
                versions_from = greatest(e.versions_from + 1, (extract(epoch FROM now()) * 1000)::bigint), since = now()
            WHERE (e.database, e.scorecards) IS DISTINCT FROM (excluded.database, excluded.scorecards)
            RETURNING versions_from
            """;
    private static final String MARK_DUE =
            "INSERT INTO scorecard_due (account, at) SELECT account, now() FROM scorecard";

    private final DataSource database;
    private final Supplier<UUID> scorecards;
    private final Remembered remembered;
    private final AtomicReference<@Nullable Server> last = new AtomicReference<>();

    @Inject
    public Epochs(DataSource database, TopicLog log, Remembered remembered) {
        this(database, () -> log.id(Topic.SCORECARDS), remembered);
    }

    Epochs(DataSource database, Supplier<UUID> scorecards, Remembered remembered) {
        this.database = database;
        this.scorecards = scorecards;
        this.remembered = remembered;
    }

    /** Must be asked before anything of a partition is believed. */
    void check() throws SQLException {
        Server server = server();
        Server before = last.getAndSet(server);
        if (before != null && !before.equals(server)) {
            LOG.warnf("The database is %s now and was %s: what was remembered of it is forgotten", server, before);
            remembered.forget();
        }
        adopt(server.identity(), scorecards.get());
    }

    /** A partition was taken: which partition a scope is of is read again from now on. */
    void taken() {
        remembered.forgetScopes();
    }

    private void adopt(String identity, UUID topic) throws SQLException {
        InTransaction.of(database, connection -> {
            long from = Rows.first(connection, ADOPT, row -> row.getLong(1), identity, topic)
                    .orElse(0L);
            if (from > 1) {
                LOG.warnf(
                        "A new epoch: database %s, topic of scorecards %s; all scorecards are published again, from"
                                + " version %d on",
                        identity, topic, from);
                Prepared.update(connection, MARK_DUE);
            }
            return from;
        });
    }

    private Server server() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Server(identity(connection), text(connection, STARTED_AT));
        }
    }

    /** Some services that are PostgreSQL to their users do not tell, or not everybody. */
    private static String identity(Connection connection) throws SQLException {
        try {
            return text(connection, SERVER);
        } catch (SQLException e) {
            boolean refused = SqlState.INSUFFICIENT_PRIVILEGE.isOf(e) || SqlState.FEATURE_NOT_SUPPORTED.isOf(e);
            if (!refused) {
                throw e;
            }
            LOG.warnf(
                    "The database does not tell its identity, so that its restoration is not noticed: %s",
                    e.getMessage());
            return UNTOLD;
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        return Rows.first(connection, sql, row -> row.getString(1))
                .orElseThrow(() -> new SQLException("the database does not answer: " + sql));
    }
}
