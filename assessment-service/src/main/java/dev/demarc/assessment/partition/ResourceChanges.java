package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.ApplicableControls;
import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.drift.DriftLog;
import dev.demarc.assessment.history.EndedFinding;
import dev.demarc.assessment.history.History;
import dev.demarc.assessment.history.History.EndedResource;
import dev.demarc.assessment.outbox.FindingLog;
import dev.demarc.assessment.resource.KnownResource;
import dev.demarc.assessment.resource.ResourceWriter;
import dev.demarc.assessment.resource.ResourceWriter.Touch;
import dev.demarc.assessment.resource.StoredResource;
import dev.demarc.assessment.tally.CountDifference;
import dev.demarc.assessment.tally.CountStore;
import dev.demarc.assessment.tally.TallyDifference;
import dev.demarc.assessment.tally.TallyStore;
import dev.demarc.assessment.verdict.FindingDifference;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.finding.Cause;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What one transaction changes of resources, with the tallies, findings and history that follow; written at its end. */
public final class ResourceChanges {
    private final ApplicableControls applicable;
    private final Instant now;
    private final TallyDifference tallies = new TallyDifference();
    private final List<StoredResource> inserted = new ArrayList<>();
    private final List<StoredResource> updated = new ArrayList<>();
    private final List<KnownResource> removed = new ArrayList<>();
    private final List<EndedResource> endedResources = new ArrayList<>();
    private final List<EndedFinding> endedFindings = new ArrayList<>();
    private final List<Touch> touched = new ArrayList<>();
    private final FindingLog findings;
    private final DriftLog drift;
    private final CountDifference counts = new CountDifference();

    ResourceChanges(ApplicableControls applicable, FindingLog findings, DriftLog drift, Instant now) {
        this.applicable = applicable;
        this.findings = findings;
        this.drift = drift;
        this.now = now;
    }

    /** @param first whether no complete run has told before what the scope holds */
    void insert(NumberedScope scope, StoredResource resource, boolean first) throws SQLException {
        inserted.add(resource);
        KnownResource known = KnownResource.of(resource);
        add(scope, known);
        Cause cause = first ? Cause.FIRST_JUDGEMENT : Cause.CONFIGURATION;
        FindingDifference difference = FindingDifference.between(List.of(), known.nonPasses(), false);
        findings.opened(scope, known, cause, difference);
        drift.came(scope, known, cause, difference, resource.observedAt());
    }

    void reconfigure(NumberedScope scope, KnownResource before, StoredResource after) throws SQLException {
        endedResources.add(new EndedResource(scope.number(), before.rid(), after.observedAt()));
        change(scope, before, after, Cause.CONFIGURATION, after.observedAt());
        drift.reconfigured(scope, before, KnownResource.of(after), after.observedAt());
    }

    /** Writes only what differs: nothing where the verdicts, the owner, the workload and the time of the next review are the same; tells whether it wrote. */
    boolean rejudge(NumberedScope scope, StoredResource before, StoredResource after, Cause cause) throws SQLException {
        KnownResource known = KnownResource.of(before);
        boolean countsTheSame = before.judged().profile() == after.judged().profile()
                && before.judged().team() == after.judged().team()
                && before.judged().workload() == after.judged().workload()
                && before.judged().nonPasses().equals(after.judged().nonPasses())
                && applicable
                        .of(before.judged().version(), before.judged().profile(), scope.name())
                        .equals(applicable.of(
                                after.judged().version(), after.judged().profile(), scope.name()));
        boolean reviewedTheSame =
                Objects.equals(before.judged().reviewAt(), after.judged().reviewAt());
        if (countsTheSame && reviewedTheSame) {
            return false;
        }
        change(scope, known, after, cause, now);
        return true;
    }

    /** It was seen unchanged, by another run than the newest of its scope. */
    void touch(NumberedScope scope, long rid, Instant observedAt) {
        touched.add(new Touch(scope.number(), rid, observedAt));
    }

    void remove(NumberedScope scope, KnownResource before, Instant at) throws SQLException {
        removed.add(before);
        endedResources.add(new EndedResource(scope.number(), before.rid(), at));
        subtract(scope, before);
        FindingDifference difference = FindingDifference.between(before.nonPasses(), List.of(), false);
        end(scope, before, difference, Cause.REMOVAL, at);
        findings.changed(scope, before, null, Cause.REMOVAL, difference);
        drift.left(scope, before, difference, at);
    }

    void write(Connection connection) throws SQLException {
        History.keepResources(connection, endedResources);
        History.keepFindings(connection, endedFindings);
        ResourceWriter.delete(connection, removed);
        ResourceWriter.update(connection, updated);
        ResourceWriter.insert(connection, inserted);
        ResourceWriter.touch(connection, touched);
        TallyStore.move(connection, tallies);
        CountStore.move(connection, counts);
    }

    private void change(NumberedScope scope, KnownResource before, StoredResource after, Cause cause, Instant at)
            throws SQLException {
        updated.add(after);
        subtract(scope, before);
        KnownResource known = KnownResource.of(after);
        add(scope, known);
        FindingDifference difference =
                FindingDifference.between(before.nonPasses(), known.nonPasses(), before.team() != known.team());
        end(scope, before, difference, cause, at);
        findings.changed(scope, before, known, cause, difference);
        drift.judged(scope, before, known, cause, difference, at);
    }

    private void end(NumberedScope scope, KnownResource before, FindingDifference difference, Cause cause, Instant at) {
        for (NonPass each : difference.resolved()) {
            endedFindings.add(new EndedFinding(
                    scope.number(), before.rid(), before.name().resourceId(), before.team(), each, at, cause));
        }
    }

    private void add(NumberedScope scope, KnownResource resource) throws SQLException {
        counts.add(resource.counted());
        tallies.add(
                scope.number(),
                resource.team(),
                applicable.of(resource.version(), resource.profile(), scope.name()),
                resource.nonPasses());
    }

    private void subtract(NumberedScope scope, KnownResource resource) throws SQLException {
        counts.subtract(resource.counted());
        tallies.subtract(
                scope.number(),
                resource.team(),
                applicable.of(resource.version(), resource.profile(), scope.name()),
                resource.nonPasses());
    }
}
