package dev.demarc.assessment.export;

import dev.demarc.assessment.scorecard.CountedScope;
import dev.demarc.assessment.scorecard.Scorecards;
import dev.demarc.assessment.verdict.Applicable;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scorecard.Blind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lines of the verdicts of one scope, which count what the account's scorecard counts. */
final class VerdictLines {
    static final String HEADER = Csv.line(
            "account",
            "region",
            "resource_type",
            "resource_id",
            "arn",
            "control",
            "peer_checks",
            "party",
            "team",
            "severity",
            "verdict",
            "reason",
            "last_verified");

    /** Frameworks that are other scanners' checks. */
    private static final List<String> PEERS = List.of("prowler", "securityhub");

    /** Tells when the waiver of a failure ends; empty where it has ended just now. */
    interface Waivers {
        Optional<Instant> until(Control control, ResourceKey resource);
    }

    private final Scorecards scorecards;
    private final CountedScope counted;
    private final Waivers waivers;
    private final Scope scope;

    VerdictLines(Scorecards scorecards, CountedScope counted, Waivers waivers) {
        this.scorecards = scorecards;
        this.counted = counted;
        this.waivers = waivers;
        this.scope = counted.reading().scope();
    }

    /** One for each control that applies to a resource and that the catalog still has. */
    Stream<String> of(JudgedRow row, Applicable applicable) {
        Map<Integer, NonPass> nonPasses =
                row.nonPasses().stream().collect(Collectors.toMap(NonPass::control, Function.identity()));
        return applicable.controls().stream().flatMap(passing -> scorecards.control(passing.control()).stream()
                .map(control -> line(row, control, passing.party(), nonPasses.get(passing.control()))));
    }

    /** One for each control that counts as unknown because nothing is known that it could be told of. */
    Stream<String> untold(String team) {
        return counted.untold().stream()
                .map(untold -> line(
                        untold.control(),
                        untold.party(),
                        team,
                        Verdict.UNKNOWN,
                        hidden(Objects.requireNonNull(counted.blind())),
                        null));
    }

    private String line(JudgedRow row, Control control, Party passing, @Nullable NonPass nonPass) {
        Party party = nonPass == null ? passing : nonPass.party();
        Blind blind = counted.blind();
        if (blind != null && party != Party.AWS) {
            return line(control, party, row.team(), Verdict.UNKNOWN, hidden(blind), row);
        }
        return nonPass == null
                ? line(control, party, row.team(), Verdict.PASS, null, row)
                : line(control, party, row.team(), nonPass.verdict(), reason(row, control, nonPass), row);
    }

    private String line(
            Control control,
            Party party,
            String team,
            Verdict verdict,
            @Nullable String reason,
            @Nullable JudgedRow row) {
        return Csv.line(
                scope.account(),
                scope.region(),
                scope.type(),
                row == null ? null : row.resourceId(),
                row == null ? null : row.arn(),
                control.id(),
                peerChecks(control),
                party,
                team,
                control.severity().name().toLowerCase(Locale.ROOT),
                verdict,
                reason,
                row == null ? null : row.verifiedAt());
    }

    private static String peerChecks(Control control) {
        return PEERS.stream()
                .flatMap(peer ->
                        control.maps().getOrDefault(peer, List.of()).stream().map(id -> peer + ':' + id))
                .collect(Collectors.joining("|"));
    }

    private String reason(JudgedRow row, Control control, NonPass nonPass) {
        String why = reason(nonPass.reason(), nonPass.permission());
        if (!nonPass.waived()) {
            return why;
        }
        String waived = waivers.until(control, new ResourceKey(scope, row.rid()))
                .map(until -> "waived until " + LocalDate.ofInstant(until, ZoneOffset.UTC))
                .orElse("waived");
        return why.isEmpty() ? waived : waived + ": " + why;
    }

    private static String hidden(Blind blind) {
        String state = blind.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return reason(blind.reason() == null ? state : state + ": " + blind.reason(), blind.permission());
    }

    private static String reason(@Nullable String reason, @Nullable String permission) {
        String why = Objects.requireNonNullElse(reason, "");
        return permission == null
                ? why
                : "%s (needs %s)".formatted(why, permission).strip();
    }
}
