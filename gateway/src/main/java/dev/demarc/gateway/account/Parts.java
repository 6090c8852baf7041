package dev.demarc.gateway.account;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.catalog.Parameters;
import dev.demarc.contracts.scorecard.PackedTallies;
import dev.demarc.contracts.scorecard.Score;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.contracts.scorecard.Tally;
import dev.demarc.engine.score.Scoring;
import dev.demarc.gateway.catalog.CatalogView;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** What teams have within an account, as a scorecard that tells of nothing else in it. */
final class Parts {
    private static final int TOP_GAPS = 5;

    private Parts() {}

    /**
     * The scorecard of the teams' own: without a grade, blind spots and a count of resources, which are the whole
     * account's, and with a version that moves with its scans alone.
     */
    static Scorecard of(Scorecard whole, Set<String> teams, CatalogView catalog) {
        List<Tally> tallies = whole.tallies().unpack().stream()
                .filter(tally -> teams.contains(tally.team()))
                .toList();
        List<Tally> customers =
                tallies.stream().filter(tally -> tally.party() != Party.AWS).toList();
        Parameters parameters = catalog.revision().parameters();
        Instant scanned = Objects.requireNonNullElse(whole.observedTo(), Instant.EPOCH);
        return new Scorecard(
                whole.account(),
                whole.organization(),
                1 + scanned.getEpochSecond(),
                scanned,
                whole.revision(),
                whole.engine(),
                whole.reassessing(),
                whole.observedFrom(),
                whole.observedTo(),
                null,
                score(customers, tally -> true, catalog),
                score(customers, tally -> tally.party() == Party.CUSTOMER, catalog),
                score(customers, tally -> tally.party() == Party.SHARED, catalog),
                whole.assurance(),
                0,
                whole.scopesRead(),
                whole.scopesExpected(),
                List.of(),
                Scoring.gaps(customers, catalog.controlsByNumber(), parameters, TOP_GAPS),
                PackedTallies.pack(tallies));
    }

    private static Score score(List<Tally> tallies, Predicate<Tally> which, CatalogView catalog) {
        return Scoring.score(
                tallies.stream().filter(which).toList(),
                catalog.controlsByNumber(),
                catalog.revision().parameters());
    }
}
