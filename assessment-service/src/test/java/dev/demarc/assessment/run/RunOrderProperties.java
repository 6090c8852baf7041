package dev.demarc.assessment.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.run.RunRules.Step;
import dev.demarc.contracts.resource.IdDigest;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.RunBegun;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class RunOrderProperties {
    private static final Scope SCOPE = new Scope("111122223333", "eu-central-1", "AWS::S3::Bucket");
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final RunRules RULES =
            new RunRules(List.of(Source.LIVE, Source.AWS_CONFIG, Source.SNAPSHOT), Duration.ofDays(3));
    private static final int RUNS = 4;

    private enum Kind {
        BEGIN,
        ITEM,
        END
    }

    /** A message of a run in the order of the bus. */
    private record Told(Kind kind, int run) {}

    @Property
    void whatAScannersClockSaysChangesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        List<Told> log = log(random);
        long[] right = new long[RUNS];
        long[] wrong = random.longs(RUNS, -200_000, 200_000).toArray();

        assertThat(decided(log, wrong)).isEqualTo(decided(log, right));
    }

    @Property
    void theRunWhoseBeginCameLastSpeaks(@ForAll long seed) {
        Random random = new Random(seed);
        List<Told> log = log(random);
        List<Integer> begun = log.stream()
                .filter(told -> told.kind() == Kind.BEGIN)
                .map(Told::run)
                .distinct()
                .toList();

        ScopeState scope = play(log, random.longs(RUNS, -200_000, 200_000).toArray(), new ArrayList<>());

        assertThat(scope.newest())
                .extracting(ScopeState.Newest::run)
                .isEqualTo("s" + begun.get(begun.size() - 1) + "#1");
    }

    private static List<String> decided(List<Told> log, long[] secondsAhead) {
        List<String> decisions = new ArrayList<>();
        ScopeState scope = play(log, secondsAhead, decisions);
        decisions.add(String.valueOf(scope.complete()));
        decisions.add(String.valueOf(scope.end()));
        return decisions;
    }

    /** One resource, one message a second; each run tells the time by its own clock. */
    private static ScopeState play(List<Told> log, long[] secondsAhead, List<String> decisions) {
        ScopeState scope = ScopeState.unread(1, 0);
        Map<Integer, Run> runs = new HashMap<>();
        @Nullable Instant stored = null;
        for (int i = 0; i < log.size(); i++) {
            Told told = log.get(i);
            Instant now = START.plusSeconds(i);
            Instant byItsClock = now.plusSeconds(secondsAhead[told.run()]);
            RunId id = new RunId("s" + told.run(), 1);
            Optional<Run> known = Optional.ofNullable(runs.get(told.run()));
            switch (told.kind()) {
                case BEGIN -> {
                    Step step = RULES.begin(scope, known, new RunBegun(SCOPE, id, Source.LIVE, byItsClock), now);
                    scope = step.scope();
                    runs.put(told.run(), step.run());
                }
                case ITEM -> {
                    Instant at = RULES.noLaterThanTold(
                            scope, known, id.toString(), RULES.byTheBus(scope, known, id.toString(), byItsClock), now);
                    boolean accepted = known.isPresent() && RULES.acceptsItem(scope, known, id.toString(), at, stored);
                    stored = accepted ? at : stored;
                    decisions.add(told + " " + accepted + " " + stored);
                }
                case END -> {
                    RunEnded end = new RunEnded(
                            SCOPE, id, Outcome.COMPLETE, 0, 0, new IdDigest().hex(), byItsClock, null, null, null);
                    Step step = RULES.end(scope, known, end, new Listing(), now);
                    scope = step.scope();
                    runs.put(told.run(), step.run());
                }
            }
        }
        return scope;
    }

    /** Each run begins before it tells anything; otherwise they come as they like, some messages twice. */
    private static List<Told> log(Random random) {
        List<Told> log = new ArrayList<>();
        boolean[] begun = new boolean[RUNS];
        for (int i = 0; i < 30; i++) {
            int run = random.nextInt(RUNS);
            Kind kind = begun[run] ? Kind.values()[random.nextInt(10) < 8 ? 1 : random.nextInt(3)] : Kind.BEGIN;
            begun[run] = true;
            log.add(new Told(kind, run));
        }
        return log;
    }
}
