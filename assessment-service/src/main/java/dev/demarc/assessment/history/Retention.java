package dev.demarc.assessment.history;

import dev.demarc.assessment.sql.InTransaction;
import dev.demarc.assessment.sql.Prepared;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.assessment.sql.SqlState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Drops months of history that ended longer ago than the operator keeps them, with the counts of then and what was said of
 * accounts before, and runs that tell nothing. One instance at a time does, the others go on; a reader who holds a month is not waited for, the next hour will
 * do.
 */
@ApplicationScoped
public class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final Duration LEAST = Duration.ofDays(1);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final String HURRY = "SET LOCAL lock_timeout = '1s'";
    private static final String ALONE = "SELECT pg_try_advisory_xact_lock(hashtext('demarc.history.retention'))";
    static final List<String> TABLES = List.of("resource_history", "finding_history", "drift", "workload_change");
    private static final String DROP = "SELECT sum(drop_months(t::regclass, ?::date)) FROM unnest(?::text[]) t";
    private static final String DROP_COUNTS =
            "DELETE FROM drift_count WHERE begins < date_trunc('month', ?::date)::timestamp AT TIME ZONE 'UTC'";
    private static final String DROP_ACCOUNTS = """
            DELETE FROM account_history h USING account_history later
            WHERE later.id = h.id AND later.since > h.since
              AND later.since <= date_trunc('month', ?::date)::timestamp AT TIME ZONE 'UTC'
            """;

    private final DataSource database;
    private final Optional<Duration> kept;
    private final Clock clock;
    private final RunRetention runs;
    private volatile Instant next = Instant.MIN;

    @Inject
    public Retention(DataSource database, HistoryConfig config, Clock clock) {
        this(database, config.retention(), clock);
    }

    public Retention(DataSource database, Optional<Duration> kept, Clock clock) {
        this.database = database;
        this.kept = kept;
        this.clock = clock;
        runs = new RunRetention(database);
        if (kept.isPresent() && kept.get().compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(
                    "demarc.history.retention is %s; accepted: at least %s, or none".formatted(kept.get(), LEAST));
        }
    }

    /** Before that instant, history may be incomplete; empty where everything is kept. */
    public Optional<Instant> completeFrom(Instant now) {
        return kept.map(duration -> LocalDate.ofInstant(now.minus(duration), ZoneOffset.UTC)
                .withDayOfMonth(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant());
    }

    /** Does something at most once an hour. */
    void apply() throws SQLException {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PAUSE);
        runs.apply(now, completeFrom(now));
        if (kept.isEmpty()) {
            return;
        }
        LocalDate oldest = LocalDate.ofInstant(now.minus(kept.get()), ZoneOffset.UTC);
        try {
            int dropped = drop(oldest);
            if (dropped > 0) {
                LOG.infof("%d months of history that ended before %s are dropped", dropped, oldest.withDayOfMonth(1));
            }
        } catch (SQLException e) {
            if (!SqlState.LOCK_NOT_AVAILABLE.isOf(e)) {
                throw e;
            }
            LOG.warnf("History before %s is being read; it is dropped later", oldest);
        }
    }

    private int drop(LocalDate oldest) throws SQLException {
        return InTransaction.of(database, connection -> {
            Prepared.update(connection, HURRY);
            return Rows.first(connection, ALONE, row -> row.getBoolean(1)).orElseThrow() ? drop(connection, oldest) : 0;
        });
    }

    private static int drop(Connection connection, LocalDate oldest) throws SQLException {
        for (String sql : List.of(DROP_COUNTS, DROP_ACCOUNTS)) {
            Prepared.update(connection, sql, Date.valueOf(oldest));
        }
        return Rows.first(connection, DROP, row -> row.getInt(1), Date.valueOf(oldest), TABLES.toArray(String[]::new))
                .orElseThrow();
    }
}
