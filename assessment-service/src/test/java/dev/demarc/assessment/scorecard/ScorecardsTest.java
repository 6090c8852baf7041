package dev.demarc.assessment.scorecard;

import static dev.demarc.assessment.fixture.CatalogBuilder.ACCOUNT;
import static dev.demarc.assessment.fixture.CatalogBuilder.BUCKET;
import static dev.demarc.assessment.fixture.CatalogBuilder.USER;
import static dev.demarc.assessment.fixture.CatalogBuilder.aCatalog;
import static dev.demarc.assessment.scorecard.Accounts.FRANKFURT;
import static dev.demarc.assessment.scorecard.Accounts.ID;
import static dev.demarc.assessment.scorecard.Accounts.NOW;
import static dev.demarc.assessment.scorecard.Accounts.anAccount;
import static dev.demarc.assessment.scorecard.Accounts.tally;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.fixture.CatalogBuilder;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Placement;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scorecard.Blind;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.Gap;
import dev.demarc.contracts.scorecard.Grade;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.contracts.scorecard.Tally;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScorecardsTest {
    private static final Duration STALE_AFTER = Duration.ofDays(3);
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final CatalogRevision CATALOG = CatalogBuilder.ofBuckets();

    @Test
    void scoresWhatWasReadByItsTallies() {
        Accounts account =
                anAccount().buckets(Outcome.COMPLETE, YESTERDAY, tally(1, 10, 0), tally(2, 5, 5), shared(3, 10, 0));

        Scorecard card = compute(account);

        assertThat(card.overall().value()).isEqualTo(100.0 * (10 + 2.5 + 2) / 17);
        assertThat(card.customer().counts()).isEqualTo(new Counts(15, 5, 0, 0, 0));
        assertThat(card.shared().value()).isEqualTo(100);
        assertThat(card.overall().coverage()).isEqualTo(1);
        assertThat(card.grade()).isEqualTo(Grade.B);
        assertThat(card.resources()).isEqualTo(10);
        assertThat(card.scopesRead()).isEqualTo(1);
        assertThat(card.scopesExpected()).isEqualTo(1);
        assertThat(card.observedFrom()).isEqualTo(YESTERDAY);
        assertThat(card.topGaps()).extracting(Gap::control).containsExactly("bucket-versioned");
        assertThat(card.tallies().unpack()).hasSize(3);
    }

    @Test
    void countsLastVerdictsOfADeniedScopeAsUnknown() {
        Accounts account = anAccount().buckets(Outcome.DENIED, YESTERDAY, tally(1, 8, 0), tally(2, 5, 3));

        Scorecard card = compute(account);

        assertThat(card.overall().value()).isNull();
        assertThat(card.overall().low()).isEqualTo(0);
        assertThat(card.overall().high()).isEqualTo(100);
        assertThat(card.overall().coverage()).isEqualTo(0);
        assertThat(card.overall().counts()).isEqualTo(new Counts(0, 0, 17, 0, 0));
        assertThat(card.blind())
                .containsExactly(
                        new Blind(FRANKFURT, BUCKET, Blind.State.DENIED, "access denied", "s3:ListAllMyBuckets"));
    }

    @Test
    void countsOneUnknownAControlOfAScopeThatWasNeverRead() {
        Accounts account = anAccount().team("platform");

        Scorecard card = compute(account);

        assertThat(card.tallies().unpack())
                .containsExactly(
                        new Tally(1, Party.CUSTOMER, "platform", new Counts(0, 0, 1, 0, 0)),
                        new Tally(2, Party.CUSTOMER, "platform", new Counts(0, 0, 1, 0, 0)),
                        new Tally(3, Party.SHARED, "platform", new Counts(0, 0, 1, 0, 0)));
        assertThat(card.blind()).extracting(Blind::state).containsExactly(Blind.State.NEVER_READ);
        assertThat(card.grade()).isNull();
        assertThat(card.observedFrom()).isNull();
    }

    @Test
    void countsAnEmptyScopeAsUnknownOnceItIsDenied() {
        Accounts account = anAccount().buckets(Outcome.DENIED, YESTERDAY);

        Scorecard card = compute(account);

        assertThat(card.overall().counts().unknown()).isEqualTo(3);
    }

    @Test
    void holdsAScopeStaleAfterThreeIntervals() {
        Accounts account = anAccount().buckets(Outcome.COMPLETE, NOW.minus(STALE_AFTER), tally(1, 1, 0));

        Scorecard still = compute(account, NOW);
        Scorecard stale = compute(account, NOW.plusMillis(1));

        assertThat(still.blind()).isEmpty();
        assertThat(stale.blind()).extracting(Blind::state).containsExactly(Blind.State.STALE);
    }

    @Test
    void saysWhenTheNextScopeGoesStale() {
        Accounts account = anAccount()
                .enabled("us-east-1")
                .buckets(Outcome.COMPLETE, YESTERDAY, tally(1, 1, 0))
                .scope(new Scope(ID, "us-east-1", BUCKET), Outcome.COMPLETE, NOW, tally(1, 1, 0));

        Scorecards.Computed computed = new Scorecards(CATALOG, 1, STALE_AFTER).compute(account.reading(), 1, NOW);

        assertThat(computed.changesAt()).isAfter(YESTERDAY.plus(STALE_AFTER));
        assertThat(computed.changesAt()).isBefore(YESTERDAY.plus(STALE_AFTER).plusMillis(2));
    }

    @Test
    void holdsAScopeStaleWhoseRecordsWereLost() {
        Accounts account = anAccount().lostRecords(new Scope(ID, FRANKFURT, BUCKET), YESTERDAY, tally(1, 1, 0));

        Scorecard card = compute(account);

        assertThat(card.blind()).extracting(Blind::reason).containsExactly("records were lost");
        assertThat(card.scopesRead()).isZero();
    }

    @Test
    void doesNotExpectADisabledRegion() {
        Accounts account = anAccount()
                .enabled("me-south-1")
                .buckets(Outcome.COMPLETE, YESTERDAY, tally(1, 1, 0))
                .scope(new Scope(ID, "me-south-1", BUCKET), Outcome.DISABLED, null);

        Scorecard card = compute(account);

        assertThat(card.scopesExpected()).isEqualTo(1);
        assertThat(card.blind()).isEmpty();
        assertThat(card.overall().coverage()).isEqualTo(1);
    }

    @Test
    void neverMendsAGradeByDenyingTheRead() {
        Scope elsewhere = new Scope(ID, "us-east-1", BUCKET);
        Accounts account = anAccount()
                .enabled("us-east-1")
                .buckets(Outcome.COMPLETE, YESTERDAY, tally(1, 100, 0), tally(2, 100, 0))
                .scope(elsewhere, Outcome.DENIED, YESTERDAY, tally(1, 0, 1), tally(2, 1, 0));

        Scorecard card = compute(account);

        assertThat(card.overall().value()).isEqualTo(100);
        assertThat(card.grade()).isEqualTo(Grade.D);
    }

    @Test
    void showsOnePublicBucketAmongTenThousand() {
        Accounts account = anAccount().buckets(Outcome.COMPLETE, YESTERDAY, tally(1, 9_999, 1), tally(2, 10_000, 0));

        Scorecard card = compute(account);

        assertThat(card.grade()).isEqualTo(Grade.D);
    }

    @Test
    void expectsScopesByWhereAwsKeepsTheType() {
        CatalogRevision catalog = aCatalog()
                .control("bucket", Severity.LOW)
                .control("user", Severity.LOW, USER, null)
                .control("account-mfa", Severity.LOW, ACCOUNT, Placement.GLOBAL)
                .control("account-ebs", Severity.LOW, ACCOUNT, Placement.REGIONAL)
                .control("account-watched", Severity.LOW, ACCOUNT, Placement.BOTH)
                .revision();
        Accounts account = anAccount().enabled("us-east-1");

        Scorecard card = new Scorecards(catalog, 1, STALE_AFTER)
                .compute(account.reading(), 1, NOW)
                .scorecard();

        assertThat(card.blind())
                .extracting(blind -> blind.region() + " " + blind.type())
                .containsExactlyInAnyOrder(
                        "eu-central-1 " + BUCKET,
                        "us-east-1 " + BUCKET,
                        "global " + USER,
                        "global " + ACCOUNT,
                        "eu-central-1 " + ACCOUNT,
                        "us-east-1 " + ACCOUNT);
        assertThat(card.tallies().unpack())
                .extracting(tally -> tally.counts().unknown())
                .containsExactly(2L, 1L, 1L, 2L, 3L);
    }

    @Test
    void leavesTalliesOfRetiredControlsOut() {
        Accounts account = anAccount().buckets(Outcome.COMPLETE, YESTERDAY, tally(1, 1, 0), tally(99, 0, 7));

        Scorecard card = compute(account);

        assertThat(card.tallies().unpack()).extracting(Tally::control).containsExactly(1);
    }

    @Test
    void countsWhatAwsAnswersForNowhere() {
        Tally aws = new Tally(2, Party.AWS, "", new Counts(0, 0, 0, 0, 4));
        Accounts account = anAccount().buckets(Outcome.DENIED, YESTERDAY, tally(1, 4, 0), aws);

        Scorecard card = compute(account);

        assertThat(card.tallies().unpack()).contains(aws);
        assertThat(card.overall().counts().unknown()).isEqualTo(4 + 1);
    }

    private static Tally shared(int control, long pass, long fail) {
        return new Tally(control, Party.SHARED, "payments", new Counts(pass, fail, 0, 0, 0));
    }

    private static Scorecard compute(Accounts account) {
        return compute(account, NOW);
    }

    private static Scorecard compute(Accounts account, Instant now) {
        return new Scorecards(CATALOG, 1, STALE_AFTER)
                .compute(account.reading(), 1, now)
                .scorecard();
    }
}
