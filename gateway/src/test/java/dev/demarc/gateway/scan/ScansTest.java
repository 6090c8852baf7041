package dev.demarc.gateway.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.api.ScanView;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.ScanFailed;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.contracts.scan.ScanProgress.Phase;
import dev.demarc.contracts.scan.ScanRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScansTest {
    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
    private static final Scope BUCKETS = Scope.parse("111122223333/eu-central-1/AWS::S3::Bucket");
    private static final Scope USERS = Scope.parse("111122223333/global/AWS::IAM::User");

    private final Scans scans = new Scans(2, 100);

    @Test
    void followsAScanToItsEnd() {
        scans.request(request("one", 0));
        scans.progress(progress("one", BUCKETS, 1, Phase.PLANNED, null));
        scans.progress(progress("one", USERS, 1, Phase.PLANNED, null));
        scans.progress(progress("one", BUCKETS, 1, Phase.ENDED, Outcome.COMPLETE));
        assertThat(find("one").state()).isEqualTo(ScanView.State.RUNNING);

        scans.progress(progress("one", USERS, 1, Phase.ENDED, Outcome.DENIED));

        assertThat(find("one"))
                .returns(ScanView.State.ENDED, ScanView::state)
                .returns(2, ScanView::planned)
                .returns(1, ScanView::notComplete)
                .returns(START, ScanView::endedAt);
    }

    @Test
    void tellsOfACompleteScopeWhatItsListingHeldBack() {
        String remark = "2 listed items have the id 'db-1' and count as one, the last of them";
        scans.request(request("one", 0));
        scans.progress(new ScanProgress(
                new RunId("one", 1), BUCKETS, Phase.ENDED, START, Outcome.COMPLETE, 3, null, null, remark));

        assertThat(find("one"))
                .returns(0, ScanView::notComplete)
                .returns(1, ScanView::remarked)
                .returns(
                        List.of(remark),
                        scan -> scan.scopes().stream().map(ScanProgress::remark).toList());
    }

    @Test
    void countsAScopeThatAnotherReadingOverrulesWheneverItsOwnEndComes() {
        scans.request(request("one", 0));
        scans.progress(progress("one", BUCKETS, 1, Phase.OVERRULED, Outcome.COMPLETE));
        scans.progress(progress("one", BUCKETS, 1, Phase.ENDED, Outcome.COMPLETE));

        assertThat(find("one"))
                .returns(ScanView.State.ENDED, ScanView::state)
                .returns(1, ScanView::ended)
                .returns(1, ScanView::overruled)
                .returns(0, ScanView::remarked);
    }

    @Test
    void tellsOfAccountsThatMayBeSeenAlone() {
        Scope others = Scope.parse("444455556666/global/AWS::IAM::User");
        scans.request(request("one", 0));
        scans.progress(progress("one", BUCKETS, 1, Phase.ENDED, Outcome.COMPLETE));
        scans.progress(progress("one", others, 1, Phase.ENDED, Outcome.DENIED));

        assertThat(scans.find("one", BUCKETS.account()::equals)).get().satisfies(scan -> {
            assertThat(scan.planned()).isEqualTo(1);
            assertThat(scan.notComplete()).isZero();
            assertThat(scan.scopes()).extracting(ScanProgress::scope).containsExactly(BUCKETS);
        });
        assertThat(scans.find("one", "777788889999"::equals)).isEmpty();
        assertThat(scans.newestFirst("777788889999"::equals)).isEmpty();
    }

    @Test
    void tellsWhyNoneCouldBePlannedToWhoSeesAllOfItAlone() {
        String reason = "accounts has '444455556666'";
        scans.request(request("all", 0));
        scans.failed(new ScanFailed("all", START, reason));

        assertThat(scans.find("all", account -> true)).get().returns(reason, ScanView::reason);
        assertThat(scans.find("all", BUCKETS.account()::equals)).isEmpty();
        assertThat(scans.newestFirst(BUCKETS.account()::equals)).isEmpty();
    }

    @Test
    void takesALaterAttemptForTheEarlierAndNeverTheReverse() {
        scans.request(request("one", 0));
        scans.progress(progress("one", BUCKETS, 1, Phase.ENDED, Outcome.FAILED));

        assertThat(scans.progress(progress("one", BUCKETS, 2, Phase.BEGUN, null)))
                .isTrue();
        assertThat(scans.progress(progress("one", BUCKETS, 1, Phase.ENDED, Outcome.FAILED)))
                .isFalse();
        assertThat(scans.progress(progress("one", BUCKETS, 2, Phase.BEGUN, null)))
                .isFalse();
        assertThat(find("one").state()).isEqualTo(ScanView.State.RUNNING);
    }

    @Test
    void keepsProgressThatComesBeforeItsRequest() {
        scans.progress(progress("one", BUCKETS, 1, Phase.ENDED, Outcome.COMPLETE));
        assertThat(scans.find("one", account -> true)).isEmpty();

        scans.request(request("one", 0));

        assertThat(find("one").resources()).isEqualTo(3);
    }

    @Test
    void saysWhyAScanCouldNotBePlanned() {
        scans.request(request("one", 0));

        assertThat(scans.failed(failure("one"))).isTrue();

        assertThat(find("one"))
                .returns(ScanView.State.FAILED, ScanView::state)
                .returns("throttled by AWS after all retries", ScanView::reason)
                .returns(START, ScanView::endedAt);
    }

    @Test
    void takesAFailureBackOnceTheScanIsPlannedAfterAll() {
        scans.request(request("one", 0));
        scans.failed(failure("one"));
        scans.progress(progress("one", BUCKETS, 1, Phase.PLANNED, null));

        assertThat(scans.failed(failure("one"))).isFalse();

        assertThat(find("one")).returns(ScanView.State.RUNNING, ScanView::state).returns(null, ScanView::reason);
    }

    @Test
    void letsTheOldestScanMakeRoom() {
        scans.request(request("one", 1));
        scans.request(request("two", 2));
        scans.request(request("three", 3));

        assertThat(scans.newestFirst(account -> true))
                .extracting(view -> view.request().id())
                .containsExactly("three", "two");
    }

    private ScanView find(String id) {
        return scans.find(id, account -> true).orElseThrow();
    }

    private static ScanFailed failure(String scan) {
        return new ScanFailed(scan, START, "throttled by AWS after all retries");
    }

    private static ScanRequest request(String id, int second) {
        return new ScanRequest(
                id, START.plusSeconds(second), ScanRequest.Trigger.REQUEST, List.of(), List.of(), List.of());
    }

    private static ScanProgress progress(
            String scan, Scope scope, int attempt, Phase phase, @Nullable Outcome outcome) {
        return new ScanProgress(new RunId(scan, attempt), scope, phase, START, outcome, 3, null, null, null);
    }
}
