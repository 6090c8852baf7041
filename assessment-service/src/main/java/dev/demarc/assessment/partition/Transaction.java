package dev.demarc.assessment.partition;

import dev.demarc.assessment.act.ActLocks;
import dev.demarc.assessment.approved.Revocations;
import dev.demarc.assessment.approved.Revocations.Revocation;
import dev.demarc.assessment.approved.Snapshot;
import dev.demarc.assessment.approved.Statements;
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
import dev.demarc.assessment.verdict.FindingId;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.engine.statement.AccountStatements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One transaction that holds a partition's fence: what it changes is gathered and written at its end. */
final class Transaction {
    /**
     * An open finding that contradicts attestations of its account.
     *
     * @param contrary the control that fails
     */
    private record Contradiction(String account, String finding, Judging.Contrary contrary) {}

    private final Connection connection;
    private final Judging judging;
    private final Statements statements;
    private final Snapshot stated;
    private final Instant now;
    private final Summaries summaries = new Summaries();
    private final FindingLog findings;
    private final DriftLog drift;
    private final ResourceChanges resources;
    private final Set<Integer> dueAccounts = new HashSet<>();
    private final List<Contradiction> contradictions = new ArrayList<>();
    private boolean revokes;
    private @Nullable String trace;
    private @Nullable Long nextOffset;
    private Optional<Integer> leaderEpoch = Optional.empty();

    Transaction(
            Connection connection,
            Judging judging,
            Statements statements,
            Instant now,
            ApplicableControls applicable,
            FindingEvents events)
            throws SQLException {
        this.connection = connection;
        this.judging = judging;
        this.statements = statements;
        stated = statements.at(connection);
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
        return stated;
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
                ResourceKey key = new ResourceKey(scope.name(), resource.rid());
                String finding = new FindingId(key, contrary.control()).toString();
                contradictions.add(new Contradiction(scope.name().account(), finding, contrary));
            }
        }
    }

    boolean revokes() {
        return revokes;
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
        Outbox.markDue(connection, dueAccounts, now, trace);
        if (nextOffset != null) {
            fence.advance(connection, nextOffset, leaderEpoch);
        }
        if (!contradictions.isEmpty()) {
            revoke();
        }
    }

    /** Who has approved an attestation by now is seen; who has not sees the findings. */
    private void revoke() throws SQLException {
        ActLocks.shareControls(
                connection,
                contradictions.stream()
                        .flatMap(each -> each.contrary().attested().stream())
                        .toList());
        Snapshot newest = statements.at(connection);
        List<Revocation> revocations = contradictions.stream()
                .flatMap(each -> revocations(newest, each))
                .toList();
        Revocations.append(connection, revocations, now);
        revokes = !revocations.isEmpty();
    }

    private Stream<Revocation> revocations(Snapshot newest, Contradiction each) {
        AccountStatements ofAccount = newest.of(each.account());
        return each.contrary().attested().stream()
                .flatMap(attested -> ofAccount.attestations(attested, now).stream())
                .map(attestation -> new Revocation(
                        attestation.id(),
                        each.account(),
                        each.finding(),
                        each.contrary().control()));
    }

    void committed(Fence fence) {
        if (nextOffset != null) {
            fence.advanced(nextOffset);
        }
    }
}
