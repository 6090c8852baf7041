package dev.demarc.assessment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.run.RunRules.Step;
import dev.demarc.assessment.run.ScopeState.Newest;
import dev.demarc.contracts.resource.IdDigest;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.RunBegun;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunRulesTest {
    private static final Scope SCOPE = new Scope("111122223333", "eu-central-1", "AWS::S3::Bucket");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration HOURS = Duration.ofHours(5);

    private final RunRules rules =
            new RunRules(List.of(Source.LIVE, Source.AWS_CONFIG, Source.SNAPSHOT), Duration.ofDays(3));
    private final ScopeState unread = ScopeState.unread(1, 0);

    @Test
    void aRunBeganWhenItsBeginCameWhateverItsScannersClockSays() {
        Step step = begin(unread, "ahead", Source.LIVE, NOON.plus(HOURS), NOON);

        assertThat(step.run().begunAt()).isEqualTo(NOON);
        assertThat(step.run().ahead()).isEqualTo(HOURS);
        assertThat(step.scope().newest()).isEqualTo(new Newest("ahead#1", NOON, Source.LIVE, HOURS));
    }

    @Test
    void theLiveRunThatBeganLastOnTheBusSpeaks() {
        ScopeState scope =
                begin(unread, "ahead", Source.LIVE, NOON.plus(HOURS), NOON).scope();

        Step behind = begin(scope, "behind", Source.LIVE, NOON.minus(HOURS), NOON.plusSeconds(1));

        assertThat(behind.scope().newest())
                .isEqualTo(new Newest(
                        "behind#1",
                        NOON.plusSeconds(1),
                        Source.LIVE,
                        HOURS.plusSeconds(1).negated()));
    }

    @Test
    void twoRunsThatCameAtOnceAreToldApart() {
        ScopeState scope = begin(unread, "one", Source.LIVE, NOON, NOON).scope();

        Step two = begin(scope, "two", Source.LIVE, NOON, NOON);

        assertThat(two.scope().newest()).extracting(Newest::begunAt).isEqualTo(NOON.plusMillis(1));
    }

    @Test
    void aFileBeganWhenItWasDelivered() {
        ScopeState scope =
                begin(unread, "newer", Source.SNAPSHOT, NOON.minus(HOURS), NOON).scope();

        Step older = begin(scope, "older", Source.SNAPSHOT, NOON.minus(HOURS.multipliedBy(2)), NOON.plusSeconds(1));

        assertThat(scope.newest()).extracting(Newest::begunAt).isEqualTo(NOON.minus(HOURS));
        assertThat(older.scope()).isEqualTo(scope);
    }

    @Test
    void aReadingIsOverruledByANewerOneOrByAnotherSourceAndNeverByItself() {
        Step live = begin(unread, "live", Source.LIVE, NOON, NOON);
        Step older = begin(live.scope(), "older", Source.LIVE, NOON, NOON.plusSeconds(1));
        Step file = begin(older.scope(), "file", Source.SNAPSHOT, NOON.plusSeconds(60), NOON.plusSeconds(60));

        assertThat(rules.overruled(live.scope(), live.run())).isEmpty();
        assertThat(rules.overruled(older.scope(), live.run()))
                .hasValue("a reading by LIVE as of 2026-03-01T12:00:01Z speaks for this scope");
        assertThat(rules.overruled(file.scope(), file.run()))
                .hasValue("SNAPSHOT gives way to LIVE, which has read this scope since 2026-03-01T12:00:01Z");
    }

    @Test
    void aFileFromTheFutureBeganWhenItCame() {
        Step step = begin(unread, "file", Source.SNAPSHOT, NOON.plus(HOURS), NOON);

        assertThat(step.run().begunAt()).isEqualTo(NOON);
        assertThat(step.run().ahead()).isZero();
    }

    @Test
    void timesOfARunAreWithoutWhatItsClockIsOff() {
        ScopeState scope =
                begin(unread, "ahead", Source.LIVE, NOON.plus(HOURS), NOON).scope();

        assertThat(rules.byTheBus(
                        scope, Optional.empty(), "ahead#1", NOON.plus(HOURS).plusSeconds(3)))
                .isEqualTo(NOON.plusSeconds(3));
        assertThat(rules.byTheBus(scope, Optional.empty(), "unheard#1", NOON)).isEqualTo(NOON);
    }

    @Test
    void nothingWasObservedAfterItWasTold() {
        ScopeState scope = begin(unread, "s", Source.LIVE, NOON, NOON).scope();

        assertThat(rules.noLaterThanTold(scope, Optional.empty(), "s#1", NOON.plusSeconds(9), NOON.plusSeconds(2)))
                .isEqualTo(NOON.plusSeconds(2));
        assertThat(rules.noLaterThanTold(scope, Optional.empty(), "s#1", NOON.plusSeconds(9), NOON.minusSeconds(2)))
                .isEqualTo(NOON);
    }

    @Test
    void aBeginThatComesAgainChangesNothing() {
        Step first = begin(unread, "s", Source.LIVE, NOON, NOON);

        Step again = rules.begin(
                first.scope(), Optional.of(first.run()), begun("s", Source.LIVE, NOON), NOON.plusSeconds(60));

        assertThat(again).isEqualTo(first);
    }

    @Test
    void aLesserSourceGivesWayUntilTheBetterOneHasGivenUp() {
        Step live = begin(unread, "live", Source.LIVE, NOON, NOON);

        Step file = begin(live.scope(), "file", Source.SNAPSHOT, NOON.plusSeconds(5), NOON.plusSeconds(5));
        assertThat(file.run().refused()).isTrue();
        assertThat(file.scope()).isEqualTo(live.scope());

        Instant later = NOON.plus(rules.patience()).plusSeconds(1);
        assertThat(begin(live.scope(), "late", Source.SNAPSHOT, later, later)
                        .run()
                        .refused())
                .isFalse();
    }

    @Test
    void anItemOfTheNewestRunIsTakenUnlessItIsOlderThanWhatIsStored() {
        ScopeState scope = begin(unread, "s", Source.LIVE, NOON, NOON).scope();

        assertThat(rules.acceptsItem(scope, Optional.empty(), "s#1", NOON.plusSeconds(2), NOON.plusSeconds(2)))
                .isTrue();
        assertThat(rules.acceptsItem(scope, Optional.empty(), "s#1", NOON.plusSeconds(1), NOON.plusSeconds(2)))
                .isFalse();
    }

    @Test
    void anItemOfAnEarlierRunIsOfNoUse() {
        Step earlier = begin(unread, "s0", Source.LIVE, NOON, NOON);
        ScopeState scope = begin(earlier.scope(), "s1", Source.LIVE, NOON.plusSeconds(1), NOON.plusSeconds(1))
                .scope();

        assertThat(rules.acceptsItem(scope, Optional.of(earlier.run()), "s0#1", NOON.plusSeconds(9), null))
                .isFalse();
    }

    @Test
    void anItemOfNoRunIsTakenIfItWasObservedAfterTheNewestBegan() {
        ScopeState scope = begin(unread, "s", Source.LIVE, NOON, NOON).scope();

        assertThat(rules.acceptsItem(scope, Optional.empty(), "x#1", NOON.plusSeconds(1), null))
                .isTrue();
        assertThat(rules.acceptsItem(scope, Optional.empty(), "x#1", NOON, null))
                .isFalse();
    }

    @Test
    void aRefusedItemOfTheNewestRunCountsFromItsBeginOn() {
        ScopeState scope = begin(unread, "s", Source.LIVE, NOON, NOON).scope();

        assertThat(rules.acceptsRefused(scope, Optional.empty(), Optional.of("s#1"), NOON.plusSeconds(5), null))
                .contains(NOON);
        assertThat(rules.acceptsRefused(
                        scope, Optional.empty(), Optional.empty(), NOON.plusSeconds(5), NOON.plusSeconds(2)))
                .contains(NOON.plusSeconds(2));
    }

    @Test
    void aRefusedItemOfNoRunTellsOfWhatIsStoredOnly() {
        Optional<String> run = Optional.of("x#1");

        assertThat(rules.acceptsRefused(unread, Optional.empty(), run, NOON, NOON.minusSeconds(1)))
                .contains(NOON);
        assertThat(rules.acceptsRefused(unread, Optional.empty(), run, NOON, NOON))
                .isEmpty();
        assertThat(rules.acceptsRefused(unread, Optional.empty(), run, NOON, null))
                .isEmpty();
    }

    @Test
    void anEndWithoutABeginIsAFailureOfNoScope() {
        Step step = rules.end(unread, Optional.empty(), complete("s", NOON), new Listing(), NOON);

        assertThat(step.scope()).isEqualTo(unread);
        assertThat(step.run().ended()).extracting(Run.Ended::reason).isEqualTo("its begin never came");
    }

    @Test
    void aCompleteRunRemovesAndIsClosed() {
        Step begun = begin(unread, "s", Source.LIVE, NOON, NOON);

        Step ended = end(begun, complete("s", NOON.plusSeconds(9)), NOON.plusSeconds(9));

        assertThat(ended.scope().complete()).isEqualTo(new ScopeState.Complete("s#1", NOON));
        assertThat(ended.scope().removal()).isNotNull();
        assertThat(rules.acceptsItem(ended.scope(), Optional.empty(), "s#1", NOON.plusSeconds(9), null))
                .isFalse();
    }

    @Test
    void aRunWithARefusedItemThatNobodyCanNameIsNotComplete() {
        Step begun = begin(unread, "s", Source.LIVE, NOON, NOON);

        Step ended = end(
                new Step(begun.scope(), begun.run().untold("ce_rid is 'x'")),
                complete("s", NOON.plusSeconds(9)),
                NOON.plusSeconds(9));

        assertThat(ended.scope().complete()).isNull();
        assertThat(ended.scope().end())
                .extracting(ScopeState.End::reason)
                .isEqualTo("one of its resources was refused, and nobody can tell which: ce_rid is 'x'");
    }

    @Test
    void anEndIsByTheTimeOfTheBus() {
        Step begun = begin(unread, "s", Source.LIVE, NOON.plus(HOURS), NOON);

        Step ended = end(begun, complete("s", NOON.plus(HOURS).plusSeconds(4)), NOON.plusSeconds(9));

        assertThat(ended.scope().end()).extracting(ScopeState.End::endedAt).isEqualTo(NOON.plusSeconds(4));
    }

    @Test
    void sourcesAreEachGivenOnce() {
        assertThatThrownBy(() -> new RunRules(List.of(Source.LIVE, Source.LIVE, Source.SNAPSHOT), Duration.ofDays(1)))
                .hasMessageContaining("accepted: each of [LIVE, AWS_CONFIG, SNAPSHOT] once");
    }

    private Step begin(ScopeState scope, String scan, Source source, Instant told, Instant cameAt) {
        return rules.begin(scope, Optional.empty(), begun(scan, source, told), cameAt);
    }

    private Step end(Step begun, RunEnded message, Instant cameAt) {
        return rules.end(begun.scope(), Optional.of(begun.run()), message, new Listing(), cameAt);
    }

    private static RunBegun begun(String scan, Source source, Instant told) {
        return new RunBegun(SCOPE, new RunId(scan, 1), source, told);
    }

    private static RunEnded complete(String scan, Instant told) {
        return new RunEnded(
                SCOPE, new RunId(scan, 1), Outcome.COMPLETE, 0, 0, new IdDigest().hex(), told, null, null, null);
    }
}
