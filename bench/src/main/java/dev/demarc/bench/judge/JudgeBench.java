package dev.demarc.bench.judge;

import dev.demarc.bench.figure.Row;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.engine.Judge;
import dev.demarc.engine.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Parsing and judging on one core. */
public final class JudgeBench {
    private static final int RESOURCES = 2_000;
    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final Duration MEASURED = Duration.ofSeconds(6);

    private final Judge judge;
    private final Instant now;
    private final List<byte[]> json = new ArrayList<>();
    private final List<ResourceConfiguration> parsed = new ArrayList<>();

    public JudgeBench(Instant now) {
        this.now = now;
        this.judge = Judge.of(BenchCatalog.revision(1, now));
        Scope scope = new Scope("999999999999", "eu-central-1", SyntheticBuckets.TYPE);
        for (int number = 0; number < RESOURCES; number++) {
            json.add(SyntheticBuckets.json(SyntheticBuckets.bucket(scope, number, now)));
            parsed.add(Json.read(json.get(number), ResourceConfiguration.class));
        }
        refuseAnotherMixOfVerdicts(judge.judge(parsed.get(0), now));
    }

    public List<Row> run() {
        double parse = rate(i -> Json.read(json.get(i), ResourceConfiguration.class));
        double judged = rate(i -> judge.judge(parsed.get(i), now));
        double both = rate(i -> judge.judge(Json.read(json.get(i), ResourceConfiguration.class), now));
        return List.of(
                Row.of("resource size", json.get(0).length, "bytes"),
                Row.of("limit: parse only, one core", parse, "resources/s"),
                Row.of("limit: judge only, one core, 20 controls", judged, "resources/s"),
                Row.of("parse and judge, one core", both, "resources/s").goal("goal 30,000"));
    }

    private static double rate(IntConsumer work) {
        repeat(work, WARM_UP);
        return repeat(work, MEASURED);
    }

    private static double repeat(IntConsumer work, Duration duration) {
        long begun = System.nanoTime();
        long until = begun + duration.toNanos();
        long done = 0;
        long now = begun;
        while (now < until) {
            for (int i = 0; i < RESOURCES; i++) {
                work.accept(i);
            }
            done += RESOURCES;
            now = System.nanoTime();
        }
        return done * 1e9 / (now - begun);
    }

    private static void refuseAnotherMixOfVerdicts(Judgement judgement) {
        long failing = judgement.verdicts().stream()
                .filter(verdict -> verdict.verdict() == Verdict.FAIL)
                .count();
        long passing = judgement.verdicts().stream()
                .filter(verdict -> verdict.verdict() == Verdict.PASS)
                .count();
        if (failing != BenchCatalog.FAILING || passing != BenchCatalog.CONTROLS - BenchCatalog.FAILING) {
            throw new IllegalStateException("a synthetic bucket should pass 16 and fail 4 controls, but: " + judgement);
        }
    }
}
