package dev.demarc.assessment.scorecard;

import static dev.demarc.assessment.fixture.CatalogBuilder.BUCKET;
import static dev.demarc.assessment.scorecard.Accounts.FRANKFURT;
import static dev.demarc.assessment.scorecard.Accounts.ID;
import static dev.demarc.assessment.scorecard.Accounts.NOW;
import static dev.demarc.assessment.scorecard.Accounts.anAccount;
import static dev.demarc.assessment.scorecard.Accounts.tally;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.fixture.CatalogBuilder;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scorecard.Blind;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.Tally;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OverlayTest {
    private static final Duration STALE_AFTER = Duration.ofDays(3);
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final Scope BUCKETS = new Scope(ID, FRANKFURT, BUCKET);

    private final ExpectedScopes expected = new ExpectedScopes(CatalogBuilder.ofBuckets());

    @Test
    void leavesWhatIsSeenAsItIs() {
        Overlay overlay = overlay(anAccount().buckets(Outcome.COMPLETE, YESTERDAY, tally(1, 4, 2)));

        assertThat(overlay.tallies()).containsExactly(tally(1, 4, 2));
        assertThat(overlay.blind()).isEmpty();
        assertThat(overlay.currentUntil()).isEqualTo(YESTERDAY.plus(STALE_AFTER).plusMillis(1));
    }

    @Test
    void countsWhatCannotBeSeenAsUnknownAndWhatWasNeverToldOnce() {
        Overlay overlay = overlay(anAccount().team("shop").buckets(Outcome.DENIED, YESTERDAY, tally(1, 4, 2)));

        assertThat(overlay.tallies())
                .containsExactly(
                        new Tally(1, Party.CUSTOMER, "payments", new Counts(0, 0, 6, 0, 0)),
                        new Tally(2, Party.CUSTOMER, "shop", new Counts(0, 0, 1, 0, 0)),
                        new Tally(3, Party.SHARED, "shop", new Counts(0, 0, 1, 0, 0)));
        assertThat(overlay.blind()).extracting(Blind::state).containsExactly(Blind.State.DENIED);
        assertThat(overlay.scopesRead()).isZero();
        assertThat(overlay.scopesExpected()).isEqualTo(1);
        assertThat(overlay.currentUntil()).isNull();
    }

    @Test
    void leavesWhatAwsMustHoldAsItWasSeenLast() {
        Tally ofAws = new Tally(1, Party.AWS, "", new Counts(3, 0, 0, 0, 0));

        assertThat(overlay(anAccount().buckets(Outcome.FAILED, YESTERDAY, ofAws))
                        .tallies())
                .contains(ofAws);
    }

    @Test
    void aScopeGoesBlindOnceItsLastCompleteRunIsTooOld() {
        Accounts account =
                anAccount().buckets(Outcome.COMPLETE, NOW.minus(STALE_AFTER).minusMillis(1), tally(1, 1, 0));

        assertThat(overlay(account).blind()).extracting(Blind::state).containsExactly(Blind.State.STALE);
    }

    @Test
    void recordsThatWereLostMakeAScopeStale() {
        assertThat(overlay(anAccount().lostRecords(BUCKETS, YESTERDAY, tally(1, 1, 0)))
                        .blind())
                .extracting(Blind::reason)
                .containsExactly("records were lost");
    }

    @Test
    void whatIsDisabledAndEmptyIsNotExpected() {
        Overlay overlay = overlay(anAccount().scope(BUCKETS, Outcome.DISABLED, null));

        assertThat(overlay.scopesExpected()).isZero();
        assertThat(overlay.tallies()).isEmpty();
    }

    @Test
    void whatWasNeverReadIsBlind() {
        assertThat(overlay(anAccount().enabled("eu-west-1").buckets(Outcome.COMPLETE, YESTERDAY, tally(1, 1, 0)))
                        .blind())
                .containsExactly(new Blind("eu-west-1", BUCKET, Blind.State.NEVER_READ, null, null));
    }

    private Overlay overlay(Accounts account) {
        AccountReading reading = account.reading();
        String team = reading.account().team();
        return Overlay.of(
                Overlay.scopes(reading, expected, NOW, STALE_AFTER), expected, team == null ? "" : team, STALE_AFTER);
    }
}
