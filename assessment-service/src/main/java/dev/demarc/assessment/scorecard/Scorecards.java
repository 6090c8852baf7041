package dev.demarc.assessment.scorecard;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Assurance;
import dev.demarc.contracts.scorecard.PackedTallies;
import dev.demarc.contracts.scorecard.Score;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.contracts.scorecard.Tally;
import dev.demarc.engine.assurance.ProviderHalves;
import dev.demarc.engine.ownership.Ownership;
import dev.demarc.engine.score.Scoring;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Computes scorecards under one catalog revision; pure. */
public final class Scorecards {
    static final int MOST_GAPS = 5;
    static final int MOST_BLIND = 50;

    private final CatalogRevision revision;
    private final int engine;
    private final Duration staleAfter;
    private final ExpectedScopes expected;
    private final Ownership ownership;
    private final Map<Integer, Control> controls;

    /** @param staleAfter how old a scope's last complete run may be */
    public Scorecards(CatalogRevision revision, int engine, Duration staleAfter) {
        this.revision = revision;
        this.engine = engine;
        this.staleAfter = staleAfter;
        this.expected = new ExpectedScopes(revision);
        this.ownership = Ownership.of(revision.parameters());
        this.controls = revision.controls().stream()
                .collect(Collectors.toUnmodifiableMap(Control::number, Function.identity()));
    }

    /**
     * A scorecard that fits on the bus.
     *
     * @param changesAt when time alone will change it, null if never
     */
    public record Computed(Scorecard scorecard, @Nullable Instant changesAt) {}

    /** @param version greater than that of every scorecard of the account before */
    public Computed compute(AccountReading reading, long version, Instant now) {
        Overlay overlay = Overlay.of(scopes(reading, now), expected, team(reading), staleAfter);
        Score overall = score(overlay.tallies(), EnumSet.of(Party.CUSTOMER, Party.SHARED));
        Scorecard scorecard = new Scorecard(
                reading.account().id(),
                reading.account().organization(),
                version,
                now,
                revision.number(),
                engine,
                reading.reassessing(),
                observed(reading).min(Comparator.naturalOrder()).orElse(null),
                observed(reading).max(Comparator.naturalOrder()).orElse(null),
                Scoring.grade(overall, openCritical(reading)),
                overall,
                score(overlay.tallies(), EnumSet.of(Party.CUSTOMER)),
                score(overlay.tallies(), EnumSet.of(Party.SHARED)),
                assurance(reading.account(), now),
                Math.toIntExact(overlay.resources()),
                overlay.scopesRead(),
                overlay.scopesExpected(),
                overlay.blind().stream().limit(MOST_BLIND).toList(),
                Scoring.gaps(ofCustomer(overlay.tallies()), controls, revision.parameters(), MOST_GAPS),
                PackedTallies.pack(TeamBound.of(overlay.tallies())));
        return new Computed(ScorecardSize.fit(scorecard), overlay.currentUntil());
    }

    /** The scopes that a scorecard of then counts, each as it counts it. */
    public List<CountedScope> scopes(AccountReading reading, Instant now) {
        return Overlay.scopes(reading, expected, now, staleAfter);
    }

    /** Which team owns the account, empty for none. */
    public String team(AccountReading reading) {
        return ownership
                .ofAccount(reading.account().team(), reading.account().ouPath())
                .orElse("");
    }

    /** The control of a number, empty where nothing is judged by it any more. */
    public Optional<Control> control(int number) {
        return Optional.ofNullable(controls.get(number)).filter(control -> expected.judgedBy(number));
    }

    private Assurance assurance(Account account, Instant now) {
        return ProviderHalves.onFile(revision.providerEvidence(), account.organization())
                .assurance(revision.controls(), account.enabledRegions(), LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    private Score score(List<Tally> tallies, Set<Party> parties) {
        List<Tally> theirs = tallies.stream()
                .filter(tally -> parties.contains(tally.party()))
                .toList();
        return Scoring.score(theirs, controls, revision.parameters());
    }

    private static List<Tally> ofCustomer(List<Tally> tallies) {
        return tallies.stream().filter(tally -> tally.party() != Party.AWS).toList();
    }

    private static Stream<Instant> observed(AccountReading reading) {
        return reading.scopes().stream().map(ScopeReading::lastCompleteAt).filter(Objects::nonNull);
    }

    /** By last verdicts, so that a denied read never mends a grade, be it of a scope or of one path. */
    private boolean openCritical(AccountReading reading) {
        return reading.scopes().stream()
                .flatMap(ScopeReading::failing)
                .map(controls::get)
                .anyMatch(control -> control != null && control.severity() == Severity.CRITICAL);
    }
}
