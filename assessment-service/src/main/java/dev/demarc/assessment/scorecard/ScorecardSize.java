package dev.demarc.assessment.scorecard;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.scorecard.Blind;
import dev.demarc.contracts.scorecard.Scorecard;
import java.util.List;

/**
 * Keeps what a scorecard says beside its tallies within 7 kB: first the reasons of blind scopes go, then blind scopes from the least on. What
 * roll-ups are computed from has a bound of its own, {@link TeamBound}.
 */
final class ScorecardSize {
    static final int MOST_BYTES = 7_000;

    private ScorecardSize() {}

    static Scorecard fit(Scorecard scorecard) {
        if (fits(scorecard)) {
            return scorecard;
        }
        Scorecard fitted = with(
                scorecard,
                scorecard.blind().stream().map(ScorecardSize::withoutReason).toList());
        while (!fits(fitted) && !fitted.blind().isEmpty()) {
            fitted = with(fitted, fitted.blind().subList(0, fitted.blind().size() / 2));
        }
        return fitted;
    }

    private static boolean fits(Scorecard scorecard) {
        return Json.bytes(scorecard).length - Json.bytes(scorecard.tallies()).length <= MOST_BYTES;
    }

    private static Blind withoutReason(Blind blind) {
        return new Blind(blind.region(), blind.type(), blind.state(), null, blind.permission());
    }

    private static Scorecard with(Scorecard card, List<Blind> blind) {
        return new Scorecard(
                card.account(),
                card.organization(),
                card.version(),
                card.computedAt(),
                card.revision(),
                card.engine(),
                card.reassessing(),
                card.observedFrom(),
                card.observedTo(),
                card.grade(),
                card.overall(),
                card.customer(),
                card.shared(),
                card.assurance(),
                card.resources(),
                card.scopesRead(),
                card.scopesExpected(),
                blind,
                card.topGaps(),
                card.tallies());
    }
}
