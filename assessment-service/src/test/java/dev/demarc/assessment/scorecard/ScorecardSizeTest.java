package dev.demarc.assessment.scorecard;

import static dev.demarc.assessment.fixture.CatalogBuilder.BUCKET;
import static dev.demarc.assessment.scorecard.Accounts.FRANKFURT;
import static dev.demarc.assessment.scorecard.Accounts.ID;
import static dev.demarc.assessment.scorecard.Accounts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.fixture.CatalogBuilder;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scorecard.Blind;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.contracts.scorecard.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardSizeTest {
    private static final int CONTROLS = 100;
    private static final int TEAMS = 5;

    @Test
    void fitsAHundredControlsOfFiveTeamsWithManyBlindScopes() {
        Scorecard card = compute(60);

        assertThat(Json.bytes(card).length - Json.bytes(card.tallies()).length)
                .isLessThanOrEqualTo(ScorecardSize.MOST_BYTES);
        assertThat(Json.bytes(card).length).isLessThanOrEqualTo(16_000);
        assertThat(card.tallies().unpack()).hasSize(CONTROLS * TEAMS + CONTROLS);
    }

    @Test
    void dropsTheReasonsOfBlindScopesFirst() {
        Scorecard card = compute(60);

        assertThat(card.blind()).isNotEmpty().extracting(Blind::reason).containsOnlyNulls();
        assertThat(card.blind()).extracting(Blind::permission).contains("s3:ListAllMyBuckets");
        assertThat(card.scopesExpected()).isEqualTo(61);
    }

    @Test
    void keepsTheReasonsWhereTheyFit() {
        Scorecard card = compute(1);

        assertThat(card.blind()).extracting(Blind::reason).containsExactly("access denied");
    }

    private static Scorecard compute(int blindRegions) {
        CatalogBuilder catalog = CatalogBuilder.aCatalog();
        List<Tally> tallies = new ArrayList<>();
        for (int control = 1; control <= CONTROLS; control++) {
            catalog.control("control-" + control, Severity.MEDIUM);
            for (int team = 0; team < TEAMS; team++) {
                tallies.add(new Tally(
                        control, Party.CUSTOMER, "team-of-some-length-" + team, new Counts(9_000, 900, 90, 0, 900)));
            }
        }
        Accounts account = Accounts.anAccount();
        account.scope(new Scope(ID, FRANKFURT, BUCKET), Outcome.COMPLETE, NOW, tallies.toArray(Tally[]::new));
        for (int region = 1; region <= blindRegions; region++) {
            account.scope(new Scope(ID, "us-east-" + region, BUCKET), Outcome.DENIED, null);
        }
        return new Scorecards(catalog.revision(), 1, Duration.ofDays(3))
                .compute(account.reading(), 1, NOW)
                .scorecard();
    }
}
