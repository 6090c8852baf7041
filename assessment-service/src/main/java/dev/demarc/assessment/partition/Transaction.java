package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.ApplicableControls;
import dev.demarc.assessment.catalog.Judging;
import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.drift.DriftLog;
import dev.demarc.assessment.drift.DriftWriter;
import dev.demarc.assessment.outbox.FindingEvents;
import dev.demarc.assessment.outbox.FindingLog;
import dev.demarc.assessment.outbox.Outbox;
import dev.demarc.assessment.outbox.Summaries;
import dev.demarc.assessment.resource.StoredResource;
import dev.demarc.assessment.statement.Revocations;
import dev.demarc.assessment.statement.Revocations.Revocation;
import dev.demarc.assessment.statement.Snapshot;
import dev.demarc.assessment.verdict.FindingId;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One transaction that holds a partition's fence: what it changes is gathered and written at its end. */
final class Transaction {
    private final Connection connection;
    private final Judging judging;
    private final Snapshot statements;
    private final Instant now;
    private final Summaries summaries = new Summaries();
    private final FindingLog findings;
    private final DriftLog drift;
    private final ResourceChanges resources;
    private final Set<Integer> dueAccounts = new HashSet<>();
    private final List<Revocation> revocations = new ArrayList<>();
    private @Nullable String trace;
    private @Nullable Long nextOffset;
    private Optional<Integer> leaderEpoch = Optional.empty();

    Transaction(
            Connection connection,
            Judging judging,
            Snapshot statements,
            Instant now,
            ApplicableControls applicable,
            FindingEvents events) {
        this.connection = connection;
        this.judging = judging;
        this.statements = statements;
        this.now = now;
        findings = new FindingLog(events, summaries, now);
        drift = new DriftLog(judging, applicable::profile, now);
        resources = new ResourceChanges(applicable, findings, drift, now);
    }

    Connection connection() {
        return connection;
    }

    Judging judging() {
        return judging;
    }

    /** The statements that bear on what this transaction judges. */
    Snapshot statements() {
        return statements;
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

    /** What fails on the resource revokes the attestations of its account that it contradicts. */
    void contradict(NumberedScope scope, StoredResource resource) {
        for (NonPass each : resource.judged().nonPasses()) {
            Judging.Contrary contrary = judging.contraries().get(each.control());
            if (contrary != null && each.verdict() == Verdict.FAIL && each.isOpen()) {
                contradict(scope.name(), resource.rid(), contrary);
            }
        }
    }

    private void contradict(Scope scope, long rid, Judging.Contrary contrary) {
        String finding = new FindingId(new ResourceKey(scope, rid), contrary.control()).toString();
        for (String attested : contrary.attested()) {
            statements.of(scope.account()).attestations(attested, now).stream()
                    .map(each -> new Revocation(each.id(), scope.account(), finding, contrary.control()))
                    .forEach(revocations::add);
        }
    }

    boolean revokes() {
        return !revocations.isEmpty();
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
        DriftWriter.write(connection, fence.partition(), drift);
        Revocations.append(connection, revocations, now);
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
