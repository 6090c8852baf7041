package dev.demarc.assessment.partition;

import dev.demarc.assessment.act.Acts;
import dev.demarc.assessment.approved.Statements;
import dev.demarc.assessment.catalog.ApplicableControls;
import dev.demarc.assessment.catalog.Judging;
import dev.demarc.assessment.outbox.FindingEvents;
import dev.demarc.assessment.sql.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

/** Runs the transactions of partitions: lock the fence, work, write, commit; nothing of it stays where any step fails. */
@ApplicationScoped
public class Transactions {
    /** The work of one transaction. */
    interface Work<T> {
        T in(Transaction transaction) throws SQLException;
    }

    private record Done<T>(Transaction transaction, T result) {}

    private final DataSource database;
    private final ApplicableControls applicable;
    private final FindingEvents events;
    private final Statements statements;
    private final Acts acts;
    private final Clock clock;

    public Transactions(
            DataSource database,
            ApplicableControls applicable,
            FindingEvents events,
            Statements statements,
            Acts acts,
            Clock clock) {
        this.database = database;
        this.applicable = applicable;
        this.events = events;
        this.statements = statements;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * @throws FenceLostException where the partition is not ours any more
     * @throws SQLException where the database fails; whether it committed is then not known
     */
    <T> T run(Fence fence, Judging judging, Work<T> work) throws SQLException {
        Done<T> done = InTransaction.of(database, connection -> {
            if (fence.lock(connection, judging.version()) != judging.version().number()) {
                Reassessments.begin(connection, fence.partition(), judging.version());
            }
            Transaction transaction =
                    new Transaction(connection, judging, statements, clock.instant(), applicable, events);
            T result = work.in(transaction);
            transaction.write(fence);
            return new Done<>(transaction, result);
        });
        done.transaction().committed(fence);
        if (done.transaction().revokes()) {
            acts.notice();
        }
        return done.result();
    }
}
