package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.ApplicableControls;
import dev.demarc.assessment.catalog.Judging;
import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One transaction that holds a partition's fence: what it changes is gathered and written at its end. */
final class Transaction {
    private final Connection connection;
    private final Judging judging;
    private final Instant now;
    private final Summaries summaries = new Summaries();
    private final FindingLog findings;
    private final ResourceChanges resources;
    private final Set<Integer> dueAccounts = new HashSet<>();
    private @Nullable String trace;
    private @Nullable Long nextOffset;
    private Optional<Integer> leaderEpoch = Optional.empty();

    Transaction(
            Connection connection, Judging judging, Instant now, ApplicableControls applicable, FindingEvents events) {
        this.connection = connection;
        this.judging = judging;
        this.now = now;
        findings = new FindingLog(events, summaries, now);
        resources = new ResourceChanges(applicable, findings, now);
    }

    Connection connection() {
        return connection;
    }

    Judging judging() {
        return judging;
    }

    Instant now() {
        return now;
    }

    ResourceChanges resources() {
        return resources;
    }

    Summaries summaries() {
        return summaries;
    }

    /** The account's scorecard is due. */
    void due(NumberedScope scope) {
        dueAccounts.add(scope.account());
    }

    /** What goes out because of this transaction belongs to this trace. */
    void trace(@Nullable String traceParent) {
        trace = traceParent;
    }

    /** Ingestion goes on there. */
    void next(long offset, Optional<Integer> epoch) {
        nextOffset = offset;
        leaderEpoch = epoch;
    }

    void write(Fence fence) throws SQLException {
        resources.write(connection);
        findings.write(connection, trace);
        Outbox.markDue(connection, dueAccounts, now, trace);
        if (nextOffset != null) {
            fence.advance(connection, nextOffset, leaderEpoch);
        }
    }

    void committed(Fence fence) {
        if (nextOffset != null) {
            fence.advanced(nextOffset);
        }
    }
}
