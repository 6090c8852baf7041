package dev.demarc.assessment.proposal;

import dev.demarc.assessment.act.Acts;
import dev.demarc.assessment.catalog.CatalogStore;
import dev.demarc.assessment.catalog.CurrentJudge;
import dev.demarc.assessment.evidence.EvidenceLimits;
import dev.demarc.assessment.evidence.EvidenceQuota;
import dev.demarc.assessment.grant.Reached;
import dev.demarc.assessment.grant.Somebody;
import dev.demarc.assessment.responsibility.CurrentCatalog;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.api.StatementAct;
import dev.demarc.contracts.api.StatementProposal;
import dev.demarc.contracts.api.StatementScope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two people who state and approve, without HTTP. */
public final class People {
    public static final String AUTHOR = "Ada";
    public static final String APPROVER = "Grace";

    private final Stating stating;

    public People(Acts acts, CurrentJudge judge, CatalogStore catalog, Clock clock) {
        stating = new Stating(
                acts, new CurrentCatalog(judge), catalog, new EvidenceQuota(EvidenceLimits.wide()), () -> false, clock);
    }

    public String propose(StatementKind kind, String control, String account, Instant expiresAt) {
        return propose(kind, control, account, null, expiresAt);
    }

    public String propose(
            StatementKind kind, String control, String account, @Nullable Instant validFrom, Instant expiresAt) {
        StatementScope scope = new StatementScope(null, List.of(), List.of(account), List.of());
        return stating.propose(
                        Somebody.seeing(Reached.all()),
                        kind,
                        new StatementProposal(
                                control, scope, "It is so.", null, List.of(), AUTHOR, validFrom, expiresAt))
                .toString();
    }

    public void approve(StatementKind kind, String id) {
        stating.approve(Somebody.seeing(Reached.all()), kind, id, new StatementAct(APPROVER, null));
    }

    public void withdraw(StatementKind kind, String id) {
        stating.withdraw(Somebody.seeing(Reached.all()), kind, id, new StatementAct(AUTHOR, null));
    }

    /** @return its id */
    public String state(StatementKind kind, String control, String account, Instant expiresAt) {
        String id = propose(kind, control, account, expiresAt);
        approve(kind, id);
        return id;
    }
}
