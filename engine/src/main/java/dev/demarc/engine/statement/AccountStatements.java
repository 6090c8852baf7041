package dev.demarc.engine.statement;

import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.engine.ControlVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The approved statements of one account, and what they make of its verdicts. A failure that is declared is not
 * applicable; one that is waived stays a failure, marked; what is attested passes while an attestation is active. Of
 * several of a kind the one that ends last is named.
 */
public final class AccountStatements {
    public static final AccountStatements NONE = new AccountStatements(List.of());

    private final Map<String, List<ApprovedStatement>> byControl;

    private AccountStatements(List<ApprovedStatement> statements) {
        byControl = statements.stream().collect(Collectors.groupingBy(ApprovedStatement::control));
    }

    public static AccountStatements of(List<ApprovedStatement> statements) {
        return statements.isEmpty() ? NONE : new AccountStatements(statements);
    }

    public EffectiveVerdicts effective(List<ControlVerdict> verdicts, ResourceKey resource, Instant now) {
        if (byControl.isEmpty()) {
            return new EffectiveVerdicts(verdicts, null);
        }
        List<ControlVerdict> effective = new ArrayList<>(verdicts.size());
        Instant reviewAt = null;
        for (ControlVerdict verdict : verdicts) {
            List<ApprovedStatement> bearing = bearing(verdict, resource);
            effective.add(bearing.isEmpty() ? verdict : effective(verdict, bearing, now));
            reviewAt = earliest(reviewAt, bearing, now);
        }
        return new EffectiveVerdicts(effective, reviewAt);
    }

    /** The active statement of a kind that covers the resource for a control; of several, the one that ends last. */
    public Optional<ApprovedStatement> active(StatementKind kind, String control, ResourceKey resource, Instant now) {
        return last(
                byControl.getOrDefault(control, List.of()).stream().filter(each -> each.covers(resource)), kind, now);
    }

    /** Attestations of a control that have not ended, whether they have begun or not. */
    public List<ApprovedStatement> attestations(String control, Instant now) {
        return byControl.getOrDefault(control, List.of()).stream()
                .filter(each -> each.kind() == StatementKind.ATTESTATION && !each.hasEnded(now))
                .toList();
    }

    /** The statements that could change the verdict. */
    private List<ApprovedStatement> bearing(ControlVerdict verdict, ResourceKey resource) {
        List<ApprovedStatement> ofControl =
                byControl.getOrDefault(verdict.control().id(), List.of());
        return ofControl.isEmpty()
                ? ofControl
                : ofControl.stream()
                        .filter(each -> bears(each.kind(), verdict) && each.covers(resource))
                        .toList();
    }

    /** A waiver stays on a failure that cannot be read for a while. */
    private static boolean bears(StatementKind kind, ControlVerdict verdict) {
        return switch (kind) {
            case ATTESTATION -> verdict.isNotAttested();
            case WAIVER ->
                verdict.verdict() == Verdict.FAIL || (verdict.verdict() == Verdict.UNKNOWN && !verdict.isNotAttested());
            case DECLARATION -> verdict.verdict() == Verdict.FAIL;
        };
    }

    private static ControlVerdict effective(ControlVerdict verdict, List<ApprovedStatement> bearing, Instant now) {
        Optional<ApprovedStatement> declared = last(bearing.stream(), StatementKind.DECLARATION, now);
        if (declared.isPresent()) {
            String what = Objects.requireNonNullElse(verdict.control().declarable(), "on purpose");
            String why = "declared %s until %s".formatted(what, declared.get().until());
            return verdict.stated(Verdict.NOT_APPLICABLE, why, declared.get().id());
        }
        Optional<ApprovedStatement> waived = last(bearing.stream(), StatementKind.WAIVER, now);
        if (waived.isPresent()) {
            return verdict.waived(waived.get().id());
        }
        Optional<ApprovedStatement> attested = last(bearing.stream(), StatementKind.ATTESTATION, now);
        if (attested.isPresent()) {
            return verdict.stated(Verdict.PASS, null, attested.get().id());
        }
        return bearing.stream()
                .filter(each -> each.kind() == StatementKind.ATTESTATION && each.hasEnded(now))
                .max(Comparator.comparing(ApprovedStatement::until))
                .map(ended -> verdict.stated(Verdict.UNKNOWN, ended(ended), null))
                .orElse(verdict);
    }

    private static String ended(ApprovedStatement attestation) {
        Instant at = attestation.until();
        return switch (attestation.ending()) {
            case EXPIRED -> "its attestation expired at %s".formatted(at);
            case WITHDRAWN -> "its attestation was withdrawn at %s".formatted(at);
            case REVOKED -> "its attestation was revoked at %s by finding %s".formatted(at, attestation.finding());
        };
    }

    private static Optional<ApprovedStatement> last(
            Stream<ApprovedStatement> statements, StatementKind kind, Instant now) {
        return statements
                .filter(each -> each.kind() == kind && each.isActive(now))
                .max(Comparator.comparing(ApprovedStatement::until).thenComparing(ApprovedStatement::id));
    }

    private static @Nullable Instant earliest(@Nullable Instant known, List<ApprovedStatement> bearing, Instant now) {
        return Stream.concat(
                        Stream.ofNullable(known),
                        bearing.stream()
                                .flatMap(each -> Stream.of(each.from(), each.until()))
                                .filter(at -> at.isAfter(now)))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
