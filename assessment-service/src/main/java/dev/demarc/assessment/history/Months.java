package dev.demarc.assessment.history;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Keeps a partition of the history tables ready for this month and the next, and none longer than is wanted. */
@ApplicationScoped
public class Months {
    private static final Logger LOG = Logger.getLogger(Months.class);
    private static final String ENSURE = "SELECT ensure_month(?::regclass, ?)";
    private static final int AHEAD = 2;

    private final DataSource database;
    private final Clock clock;
    private final Retention retention;
    private volatile LocalDate ensured = LocalDate.MIN;

    public Months(DataSource database, Clock clock, Retention retention) {
        this.database = database;
        this.clock = clock;
        this.retention = retention;
    }

    void start(@Observes StartupEvent event) throws SQLException {
        ensure();
    }

    /** Makes months on the first call of a day only. */
    public void keep() throws SQLException {
        ensure();
        retention.apply();
    }

    private void ensure() throws SQLException {
        LocalDate today = LocalDate.now(clock);
        if (today.equals(ensured)) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ENSURE)) {
            for (int ahead = 0; ahead < AHEAD; ahead++) {
                for (String table : Retention.TABLES) {
                    statement.setString(1, table);
                    statement.setDate(2, Date.valueOf(today.plusMonths(ahead)));
                    statement.execute();
                }
            }
        }
        ensured = today;
        LOG.debugf("History is ready for %s and the month after", today);
    }
}
