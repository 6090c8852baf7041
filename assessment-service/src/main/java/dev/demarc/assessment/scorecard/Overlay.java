package dev.demarc.assessment.scorecard;

import dev.demarc.assessment.scorecard.CountedScope.Untold;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scorecard.Blind;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An account's tallies with the states of its scopes laid over them: what cannot be seen now counts as unknown, at
 * least once a control, unless a person has attested it; what is disabled and was never read is not expected.
 *
 * @param tallies one a control, party and team, in that order
 * @param blind the scopes that hide most first
 * @param currentUntil when the next scope that is seen now goes stale, null where none is seen
 */
record Overlay(
        List<Tally> tallies,
        List<Blind> blind,
        int scopesRead,
        int scopesExpected,
        long resources,
        @Nullable Instant currentUntil) {

    private static final Duration TICK = Duration.ofMillis(1);

    /** @param team the account's team, which what was never read counts for; empty for none */
    static Overlay of(List<CountedScope> scopes, ExpectedScopes expected, String team, Duration staleAfter) {
        Builder builder = new Builder(team, expected, staleAfter);
        scopes.forEach(builder::lay);
        return builder.overlay();
    }

    /** What is expected and what was read all the same, unless no control looks at it or it is disabled and empty. */
    static List<CountedScope> scopes(
            AccountReading reading, ExpectedScopes expected, Instant now, Duration staleAfter) {
        Map<Scope, ScopeReading> scopes = new LinkedHashMap<>();
        expected.of(reading.account()).forEach(scope -> scopes.put(scope, ScopeReading.never(scope)));
        for (ScopeReading scope : reading.scopes()) {
            if (!expected.controls(scope.scope()).isEmpty()) {
                scopes.put(scope.scope(), scope);
            }
        }
        return scopes.values().stream()
                .map(scope -> counted(scope, expected, now, staleAfter))
                .filter(scope ->
                        !isDisabled(scope) || !scope.reading().tallies().isEmpty())
                .toList();
    }

    private static CountedScope counted(ScopeReading scope, ExpectedScopes expected, Instant now, Duration staleAfter) {
        CountedScope counted =
                new CountedScope(scope, scope.blindness(now, staleAfter).orElse(null), List.of());
        if (counted.blind() == null || isDisabled(counted)) {
            return counted;
        }
        Set<Integer> told = scope.tallies().stream()
                .filter(tally -> total(tally.counts()) > 0)
                .map(Tally::control)
                .collect(Collectors.toSet());
        return new CountedScope(
                scope,
                counted.blind(),
                expected.controls(scope.scope()).stream()
                        .filter(control -> !told.contains(control.number()))
                        .map(control -> new Untold(control, expected.party(control)))
                        .filter(untold -> untold.party() != Party.AWS)
                        .toList());
    }

    private static boolean isDisabled(CountedScope scope) {
        return scope.blind() != null && scope.blind().state() == Blind.State.DISABLED;
    }

    private static long total(Counts counts) {
        return counts.pass() + counts.fail() + counts.unknown() + counts.waived() + counts.notApplicable();
    }

    private record Key(int control, Party party, String team) {
        static final Comparator<Key> ORDER =
                Comparator.comparingInt(Key::control).thenComparing(Key::party).thenComparing(Key::team);
    }

    private record Hidden(Blind blind, long verdicts) {}

    private static final class Builder {
        private final String team;
        private final ExpectedScopes expected;
        private final Duration staleAfter;
        private final Map<Key, Counts> sums = new TreeMap<>(Key.ORDER);
        private final List<Hidden> hidden = new ArrayList<>();
        private int read;
        private long resources;
        private @Nullable Instant currentUntil;

        Builder(String team, ExpectedScopes expected, Duration staleAfter) {
            this.team = team;
            this.expected = expected;
            this.staleAfter = staleAfter;
        }

        void lay(CountedScope scope) {
            ScopeReading reading = scope.reading();
            Blind blind = scope.blind();
            if (blind == null) {
                read++;
                earlier(Objects.requireNonNull(reading.lastCompleteAt())
                        .plus(staleAfter)
                        .plus(TICK));
                reading.tallies().forEach(tally -> add(tally, tally.counts()));
            } else {
                hidden.add(new Hidden(blind, hide(scope)));
            }
            resources += reading.resources();
        }

        private long hide(CountedScope scope) {
            long verdicts = 0;
            for (Tally tally : scope.reading().tallies()) {
                long all = total(tally.counts());
                boolean seen = tally.party() == Party.AWS || expected.isAttested(tally.control());
                add(tally, seen ? tally.counts() : new Counts(0, 0, all, 0, 0));
                verdicts += seen ? 0 : all;
            }
            for (Untold untold : scope.untold()) {
                add(new Tally(untold.control().number(), untold.party(), team, Counts.NONE), new Counts(0, 0, 1, 0, 0));
            }
            return verdicts + scope.untold().size();
        }

        private void add(Tally tally, Counts counts) {
            if (!expected.judgedBy(tally.control())) {
                return;
            }
            sums.merge(new Key(tally.control(), tally.party(), tally.team()), counts, Counts::plus);
        }

        private void earlier(Instant until) {
            if (currentUntil == null || until.isBefore(currentUntil)) {
                currentUntil = until;
            }
        }

        Overlay overlay() {
            List<Tally> tallies = sums.entrySet().stream()
                    .filter(entry -> total(entry.getValue()) > 0)
                    .map(entry -> new Tally(
                            entry.getKey().control(),
                            entry.getKey().party(),
                            entry.getKey().team(),
                            entry.getValue()))
                    .toList();
            List<Blind> blind = hidden.stream()
                    .sorted(Comparator.comparingLong(Hidden::verdicts).reversed())
                    .map(Hidden::blind)
                    .toList();
            return new Overlay(tallies, blind, read, read + blind.size(), resources, currentUntil);
        }
    }
}
