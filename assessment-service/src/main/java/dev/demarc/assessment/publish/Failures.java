package dev.demarc.assessment.publish;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Lets each of several go on where one fails, and tells of the first that failed afterwards. */
final class Failures {
    private @Nullable SQLException ofDatabase;
    private @Nullable RuntimeException other;

    /** Something that may fail. */
    interface Work {
        void run() throws SQLException;
    }

    void of(Work work) {
        try {
            work.run();
        } catch (SQLException e) {
            ofDatabase = ofDatabase == null ? e : ofDatabase;
        } catch (RuntimeException e) {
            other = other == null ? e : other;
        }
    }

    void rethrow() throws SQLException {
        if (other != null) {
            throw other;
        }
        if (ofDatabase != null) {
            throw ofDatabase;
        }
    }
}
