package dev.demarc.assessment.proposal;

import dev.demarc.assessment.act.ActLocks;
import dev.demarc.assessment.act.Acts;
import dev.demarc.assessment.act.ChangeLog;
import dev.demarc.assessment.act.Given;
import dev.demarc.assessment.approved.Revocations;
import dev.demarc.assessment.approved.Revocations.Revocation;
import dev.demarc.assessment.approved.StatementQueue;
import dev.demarc.assessment.catalog.CatalogStore;
import dev.demarc.assessment.evidence.EvidenceFiles;
import dev.demarc.assessment.evidence.EvidenceQuota;
import dev.demarc.assessment.grant.Acting;
import dev.demarc.assessment.grant.Reached;
import dev.demarc.assessment.problem.StoreUnavailableException;
import dev.demarc.assessment.proposal.StatementStore.Stored;
import dev.demarc.assessment.responsibility.CurrentCatalog;
import dev.demarc.assessment.sql.InTransaction;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.access.Person;
import dev.demarc.contracts.api.StatementAct;
import dev.demarc.contracts.api.StatementProposal;
import dev.demarc.contracts.api.StatementView.State;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.shell.problem.ConflictException;
import dev.demarc.shell.problem.ForbiddenException;
import dev.demarc.shell.problem.UnknownIdException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people do with statements: propose, approve, reject, withdraw, renew. */
@ApplicationScoped
class Stating {
    private static final int NAMED = 10;

    private final Acts acts;
    private final CurrentCatalog catalog;
    private final CatalogStore revisions;
    private final EvidenceQuota quota;
    private final Clock clock;
    private final boolean sameTeam;

    Stating(
            Acts acts,
            CurrentCatalog catalog,
            CatalogStore revisions,
            EvidenceQuota quota,
            StatementConfig config,
            Clock clock) {
        this.sameTeam = config.sameTeamWaivesCritical();
        this.acts = acts;
        this.catalog = catalog;
        this.revisions = revisions;
        this.quota = quota;
        this.clock = clock;
    }

    /** @return the new statement's id */
    UUID propose(Acting acting, StatementKind kind, StatementProposal proposed) {
        CatalogRevision revision = catalog.lookup().revision();
        return propose(acting, ProposalRules.check(kind, proposed, null, acting.who(), revision, now()));
    }

    /** A proposal of the same, that begins where the attestation ends. */
    UUID renew(Acting acting, String id, StatementProposal renewal) {
        Stored old = run(connection -> find(connection, acting.sees(), StatementKind.ATTESTATION, id));
        if (old.state() != State.ACTIVE && old.state() != State.EXPIRED) {
            throw new ConflictException(
                    "The attestation is %s; accepted: renewing one that is ACTIVE or EXPIRED".formatted(old.state()));
        }
        Instant now = now();
        StatementProposal proposed = new StatementProposal(
                old.control(),
                old.scope(),
                renewal.text() == null ? old.text() : renewal.text(),
                null,
                renewal.evidenceFiles(),
                renewal.author(),
                old.expiresAt().isAfter(now) ? old.expiresAt() : null,
                renewal.expiresAt());
        CatalogRevision revision = catalog.lookup().revision();
        return propose(
                acting,
                ProposalRules.check(StatementKind.ATTESTATION, proposed, old.id(), acting.who(), revision, now));
    }

    void approve(Acting acting, StatementKind kind, String id, StatementAct act) {
        decide(acting, kind, id, act, true);
    }

    void reject(Acting acting, StatementKind kind, String id, StatementAct act) {
        decide(acting, kind, id, act, false);
    }

    void withdraw(Acting acting, StatementKind kind, String id, StatementAct act) {
        Person by = Given.person("by", act.by(), acting.who());
        String comment = Given.proseIfAny("comment", act.comment());
        run(connection -> {
            Stored stored = changeable(connection, acting, kind, id);
            if (stored.state() != State.PROPOSED && stored.state() != State.ACTIVE) {
                throw new ConflictException(
                        "It is %s already; accepted: withdrawing what is PROPOSED or ACTIVE".formatted(stored.state()));
            }
            Instant now = now();
            StatementStore.withdraw(connection, stored.id(), by, comment, now);
            long logged = log(connection, "withdrawn", stored.id(), by, now, act);
            if (stored.state() == State.ACTIVE) {
                queue(connection, logged, stored);
            }
            return stored;
        });
    }

    private UUID propose(Acting acting, Proposal proposal) {
        UUID id = UUID.randomUUID();
        return run(connection -> {
            Instant now = now();
            Coverage coverage = Coverages.of(connection, acting.may(), proposal.scope(), proposal.control());
            EvidenceFiles.requireKept(connection, proposal.evidenceFiles());
            quota.admit(connection, proposal.evidenceFiles(), coverage.accounts());
            if (proposal.kind() == StatementKind.ATTESTATION) {
                refuseOverlap(
                        connection,
                        id,
                        proposal.control().id(),
                        coverage,
                        proposal.begin(now),
                        proposal.expiresAt(),
                        true);
                contradicted(connection, id, proposal.control(), coverage);
            }
            StatementStore.insert(connection, id, proposal, acting.teams(), coverage, now);
            log(connection, "proposed", id, proposal.author(), now, proposal);
            return id;
        });
    }

    private void decide(Acting acting, StatementKind kind, String id, StatementAct act, boolean approved) {
        Person by = Given.person("by", act.by(), acting.who());
        String comment = Given.proseIfAny("comment", act.comment());
        run(connection -> {
            Stored stored = changeable(connection, acting, kind, id);
            FourEyes.check(stored, by, acting.teams(), severity(stored), sameTeam);
            Instant now = now();
            if (stored.state() != State.PROPOSED
                    || !StatementStore.decide(connection, stored, approved, by, comment, now)) {
                throw new ConflictException(
                        "It is %s already; accepted: deciding on what is PROPOSED".formatted(stored.state()));
            }
            if (approved && stored.kind() == StatementKind.ATTESTATION) {
                attest(connection, stored, now);
            }
            long logged = log(connection, approved ? "approved" : "rejected", stored.id(), by, now, act);
            if (approved) {
                queue(connection, logged, stored);
            }
            return stored;
        });
    }

    /** Where other accounts are fine, those that a finding contradicts are revoked at once. */
    private void attest(Connection connection, Stored stored, Instant now) throws SQLException {
        ActLocks.control(connection, stored.control());
        Instant begin = stored.begin() == null || stored.begin().isBefore(now) ? now : stored.begin();
        refuseOverlap(connection, stored.id(), stored.control(), stored.coverage(), begin, stored.expiresAt(), false);
        Optional<Control> control = catalog.lookup().control(stored.control());
        if (control.isPresent()) {
            Map<String, Revocation> contrary = contradicted(connection, stored.id(), control.get(), stored.coverage());
            Revocations.append(connection, contrary.values(), now);
        }
    }

    private static void refuseOverlap(
            Connection connection,
            UUID id,
            String control,
            Coverage coverage,
            Instant from,
            Instant until,
            boolean proposals)
            throws SQLException {
        Optional<String> other = StatementStore.overlapping(connection, id, control, coverage, from, until, proposals);
        if (other.isPresent()) {
            throw new ConflictException(
                    "Attestation %s of control %s shares an account and a part of the term; accepted: one at a time"
                            .formatted(other.get(), control));
        }
    }

    /** @throws ConflictException where every account is contradicted */
    private Map<String, Revocation> contradicted(Connection connection, UUID id, Control control, Coverage coverage)
            throws SQLException {
        Map<String, Revocation> contrary = ContraryFindings.of(
                connection, id.toString(), control, catalog.lookup().revision(), coverage.accounts());
        if (contrary.keySet().containsAll(coverage.accounts())) {
            String findings = contrary.values().stream()
                    .limit(NAMED)
                    .map(Revocation::finding)
                    .collect(Collectors.joining(", "));
            throw new ConflictException(
                    "Open findings contradict it in each of its accounts: %s; accepted: once they are mended or waived"
                            .formatted(findings));
        }
        return contrary;
    }

    private void queue(Connection connection, long act, Stored stored) throws SQLException {
        if (!stored.coverage().resources().isEmpty()) {
            StatementQueue.addResources(
                    connection, act, stored.coverage().resources().keySet());
            return;
        }
        Set<String> types = revisions.revision(stored.revision()).controls().stream()
                .filter(each -> each.id().equals(stored.control()))
                .map(each -> String.valueOf(each.type()))
                .collect(Collectors.toSet());
        catalog.lookup().control(stored.control()).ifPresent(each -> types.add(String.valueOf(each.type())));
        for (String type : types) {
            StatementQueue.addScopes(connection, act, stored.coverage().accounts(), type);
        }
    }

    private Stored changeable(Connection connection, Acting acting, StatementKind kind, String id) throws SQLException {
        ActLocks.statement(connection, Given.id(id));
        Stored stored = find(connection, acting.sees(), kind, id);
        if (!stored.coverage().isWithin(acting.may())) {
            throw new ForbiddenException(
                    "It covers more than your role reaches; accepted: statements within what it does");
        }
        return stored;
    }

    private Stored find(Connection connection, Reached reached, StatementKind kind, String id) throws SQLException {
        return StatementStore.find(connection, kind, Given.id(id), now())
                .filter(stored -> stored.coverage().touches(reached))
                .orElseThrow(() -> new UnknownIdException(kind.name().toLowerCase(Locale.ROOT), id));
    }

    private Severity severity(Stored stored) throws SQLException {
        Optional<Control> control = catalog.lookup().control(stored.control());
        return control.isPresent()
                ? control.get().severity()
                : revisions.revision(stored.revision()).controls().stream()
                        .filter(each -> each.id().equals(stored.control()))
                        .map(Control::severity)
                        .findFirst()
                        .orElse(Severity.CRITICAL);
    }

    private static long log(Connection connection, String act, UUID id, Person by, Instant at, @Nullable Object what)
            throws SQLException {
        return ChangeLog.append(connection, ChangeLog.Entry.ofStatement(act, id.toString(), by, at, what));
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
