package dev.demarc.assessment.drift;

import dev.demarc.assessment.catalog.Judging;
import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.resource.KnownResource;
import dev.demarc.assessment.verdict.FindingDifference;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.finding.Cause;
import dev.demarc.contracts.finding.FindingSummary;
import dev.demarc.engine.Profile;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What moves in one transaction: findings that open or are resolved, duties, and resources that come to a workload or
 * leave it. First judgements and changes of the catalog move nothing.
 */
public final class DriftLog {
    /** Gives profiles by their numbers. */
    public interface Profiles {
        Profile profile(int number) throws SQLException;
    }

    private final Judging judging;
    private final Profiles profiles;
    private final Instant now;
    private final List<Move> moves = new ArrayList<>();
    private final List<MemberChange> members = new ArrayList<>();

    public DriftLog(Judging judging, Profiles profiles, Instant now) {
        this.judging = judging;
        this.profiles = profiles;
        this.now = now;
    }

    public void came(
            NumberedScope scope, KnownResource resource, Cause cause, FindingDifference difference, Instant at) {
        if (!FindingSummary.tells(cause)) {
            opened(scope, null, resource, cause, difference);
            member(true, at, scope, resource);
        }
    }

    public void left(NumberedScope scope, KnownResource resource, FindingDifference difference, Instant at) {
        resolved(scope, resource, null, Cause.REMOVAL, difference, at);
        member(false, at, scope, resource);
    }

    public void judged(
            NumberedScope scope,
            KnownResource before,
            KnownResource after,
            Cause cause,
            FindingDifference difference,
            Instant at) {
        if (!FindingSummary.tells(cause)) {
            resolved(scope, before, after, cause, difference, at);
            opened(scope, before, after, cause, difference);
        }
    }

    /** It has another configuration: with it a duty may have moved, and the workload that it is part of. */
    public void reconfigured(NumberedScope scope, KnownResource before, KnownResource after, Instant at)
            throws SQLException {
        if (before.workload() >= 0 && before.workload() != after.workload()) {
            member(false, at, scope, before);
            member(true, at, scope, after);
        }
        if (before.profile() != after.profile()) {
            duties(scope, before, after, at);
        }
    }

    List<Move> moves() {
        return moves;
    }

    List<MemberChange> members() {
        return members;
    }

    private void opened(
            NumberedScope scope,
            @Nullable KnownResource before,
            KnownResource after,
            Cause cause,
            FindingDifference difference) {
        for (NonPass each : difference.opened()) {
            Control control = judging.controls().get(each.control());
            if (control != null) {
                moves.add(new Move(
                        Move.Kind.OPENED,
                        earlier(each.openSince()),
                        scope,
                        after,
                        control.severity(),
                        control.id(),
                        verdict(before, each.control()),
                        Verdict.FAIL.name(),
                        null,
                        cause));
            }
        }
    }

    private void resolved(
            NumberedScope scope,
            KnownResource before,
            @Nullable KnownResource after,
            Cause cause,
            FindingDifference difference,
            Instant at) {
        for (NonPass each : difference.resolved()) {
            Control control = judging.controls().get(each.control());
            if (control != null) {
                moves.add(new Move(
                        Move.Kind.RESOLVED,
                        earlier(at),
                        scope,
                        before,
                        control.severity(),
                        control.id(),
                        Verdict.FAIL.name(),
                        verdict(after, each.control()),
                        null,
                        cause));
            }
        }
    }

    private void duties(NumberedScope scope, KnownResource before, KnownResource after, Instant at)
            throws SQLException {
        Map<String, Duties.Duty> was =
                Duties.of(profiles.profile(before.profile()), judging.judge().revision());
        Duties.of(profiles.profile(after.profile()), judging.judge().revision()).forEach((layer, is) -> {
            Duties.Duty then = was.get(layer);
            if (then != null && then.party() != is.party()) {
                moves.add(new Move(
                        Move.Kind.DUTY,
                        earlier(at),
                        scope,
                        after,
                        null,
                        layer,
                        then.party().name(),
                        is.party().name(),
                        is.rule(),
                        Cause.CONFIGURATION));
            }
        });
    }

    private void member(boolean came, Instant at, NumberedScope scope, KnownResource resource) {
        if (resource.workload() > 0) {
            members.add(new MemberChange(came, earlier(at), scope, resource));
        }
    }

    private static @Nullable String verdict(@Nullable KnownResource resource, int control) {
        return resource == null
                ? null
                : resource.nonPasses().stream()
                        .filter(nonPass -> nonPass.control() == control)
                        .map(NonPass::verdict)
                        .findFirst()
                        .orElse(Verdict.PASS)
                        .name();
    }

    /** A scanner's clock may be ahead of ours; nothing moves in the future. */
    private Instant earlier(Instant at) {
        return at.isAfter(now) ? now : at;
    }
}
