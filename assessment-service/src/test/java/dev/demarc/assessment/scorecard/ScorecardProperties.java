package dev.demarc.assessment.scorecard;

import static dev.demarc.assessment.fixture.CatalogBuilder.BUCKET;
import static dev.demarc.assessment.scorecard.Accounts.ID;
import static dev.demarc.assessment.scorecard.Accounts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.fixture.CatalogBuilder;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.Score;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.contracts.scorecard.Tally;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class ScorecardProperties {
    private static final Scorecards SCORECARDS = new Scorecards(CatalogBuilder.ofBuckets(), 1, Duration.ofDays(3));
    private static final List<String> REGIONS = List.of("eu-central-1", "us-east-1", "ap-south-1");

    @Property
    void valueLiesWithinItsRange(@ForAll("accounts") List<Region> account) {
        Score overall = compute(account).overall();

        if (overall.value() != null) {
            assertThat(overall.low()).isLessThanOrEqualTo(overall.value());
            assertThat(overall.high()).isGreaterThanOrEqualTo(overall.value());
        }
    }

    @Property
    void losingSightNeverRaisesTheLowEndNorTheGrade(
            @ForAll("accounts") List<Region> account, @ForAll("blindness") Outcome outcome) {
        Scorecard seen = compute(account);

        Scorecard blind = compute(account.stream()
                .map(region -> new Region(outcome, region.tallies()))
                .toList());

        assertThat(blind.grade()).isNull();
        assertThat(blind.overall().low())
                .isLessThanOrEqualTo(orZero(seen.overall().low()));
        assertThat(blind.overall().coverage()).isEqualTo(0);
    }

    @Property
    void readAndBlindScopesAreAllThatAreExpected(@ForAll("accounts") List<Region> account) {
        Scorecard card = compute(account);

        assertThat(card.scopesRead() + card.blind().size()).isEqualTo(card.scopesExpected());
        assertThat(card.scopesExpected()).isEqualTo(REGIONS.size());
    }

    @Property
    void packedTalliesGiveTheScoreAgain(@ForAll("accounts") List<Region> account) {
        Scorecard card = compute(account);

        Counts sum = card.tallies().unpack().stream()
                .filter(tally -> tally.party() != Party.AWS)
                .map(Tally::counts)
                .reduce(Counts.NONE, Counts::plus);

        assertThat(sum).isEqualTo(card.overall().counts());
    }

    @Provide
    Arbitrary<Outcome> blindness() {
        return Arbitraries.of(Outcome.DENIED, Outcome.FAILED);
    }

    @Provide
    Arbitrary<List<Region>> accounts() {
        Arbitrary<Long> count = Arbitraries.longs().between(0, 50);
        Arbitrary<Counts> counts =
                Combinators.combine(count, count, count, count, count).as(Counts::new);
        Arbitrary<Tally> tally = Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(Party.CUSTOMER, Party.SHARED),
                        Arbitraries.of("", "payments", "platform"),
                        counts)
                .as(Tally::new);
        return Combinators.combine(
                        Arbitraries.of(Outcome.COMPLETE, Outcome.DENIED, Outcome.FAILED),
                        tally.list().ofMaxSize(9))
                .as(Region::new)
                .list()
                .ofSize(REGIONS.size());
    }

    record Region(Outcome outcome, List<Tally> tallies) {}

    private static Scorecard compute(List<Region> regions) {
        Accounts account = Accounts.anAccount().enabled("us-east-1").enabled("ap-south-1");
        for (int i = 0; i < REGIONS.size(); i++) {
            Region region = regions.get(i);
            account.scope(
                    new Scope(ID, REGIONS.get(i), BUCKET),
                    region.outcome(),
                    NOW,
                    region.tallies().toArray(Tally[]::new));
        }
        return SCORECARDS.compute(account.reading(), 1, NOW).scorecard();
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
