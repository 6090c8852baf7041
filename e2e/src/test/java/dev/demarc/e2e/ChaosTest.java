package dev.demarc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.engine.Judge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Under load, one fault after another at random; between rounds of them the platform must show what was sent, all of it
 * and once. {@code ./demarc chaos} runs it, with as many faults as wanted.
 */
@Tag("chaos")
class ChaosTest {
    private static final int FAULTS = Integer.getInteger("demarc.chaos.faults", 6);
    private static final long SEED = Long.getLong("demarc.chaos.seed", 20_261_128);
    private static final Duration MOST_BETWEEN_FAULTS = Duration.ofSeconds(2);
    private static final Duration TIME_TO_CATCH_UP = Duration.ofMinutes(10);

    private final Random random = new Random(SEED);
    private final Map<ChaosFault, Integer> struck = new TreeMap<>();
    private long compared;

    @Test
    void losesAndDoublesNothingWhateverFails() throws Exception {
        try (ChaosStage stage = ChaosStage.set()) {
            Instant begun = Instant.now();
            say("%d faults, seed %d", FAULTS, SEED);
            stage.load().begin();
            Judge judge = Judge.of(IndependentCount.revision(stage.demarc()));
            awaitTheSent(stage, judge);
            for (List<ChaosFault> round = round(FAULTS); !round.isEmpty(); round = round(FAULTS - struck())) {
                stage.load().work();
                strike(stage, round);
                stage.load().rest();
                awaitTheSent(stage, judge);
            }
            stage.load().once();
            awaitTheSent(stage, judge);
            mustCountTheSame(stage.demarc());
            int told = mustHaveToldOnce(stage, judge);
            say(
                    "%d faults in %d s: %s",
                    struck(), Duration.between(begun, Instant.now()).toSeconds(), struck);
            say("%d runs of %d records", stage.load().runs(), stage.load().records());
            say("compared: %d verdicts, %d events of findings", compared, told);
        }
    }

    /** Every kind in its share, in another order each time, but not more than are left. */
    private List<ChaosFault> round(int left) {
        List<ChaosFault> round = new ArrayList<>(ChaosFault.round());
        Collections.shuffle(round, random);
        return round.subList(0, Math.min(left, round.size()));
    }

    private int struck() {
        return struck.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void strike(ChaosStage stage, List<ChaosFault> round) {
        for (ChaosFault fault : round) {
            ChaosStage.pause(random, MOST_BETWEEN_FAULTS);
            struck.merge(fault, 1, Integer::sum);
            say("%d of %d, %s", struck(), FAULTS, fault);
            fault.strike(stage, random);
        }
    }

    private void awaitTheSent(ChaosStage stage, Judge judge) {
        stage.demarc().awaitReady();
        ChaosModel model = new ChaosModel(stage.load().sent(), judge);
        await().atMost(TIME_TO_CATCH_UP)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .untilAsserted(() -> model.mustStandIn(stage.demarc()));
        await().atMost(TIME_TO_CATCH_UP)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .untilAsserted(() -> ChaosModel.mustBeWell(stage.demarc()));
        compared += model.verdictsCompared();
    }

    /** @return how many events told it */
    private static int mustHaveToldOnce(ChaosStage stage, Judge judge) {
        ChaosModel model = new ChaosModel(stage.load().sent(), judge);
        AtomicInteger events = new AtomicInteger();
        await().atMost(TIME_TO_CATCH_UP).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
            FindingHistory told = FindingHistory.on(stage.kafka().bootstrapServers());
            events.set(told.events());
            model.mustBeWhatWasTold(told);
        });
        return events.get();
    }

    private static void mustCountTheSame(Demarc demarc) throws Exception {
        Path printed = Path.of("target", "chaos-recount.log").toAbsolutePath();
        int status = demarc.run(printed, Map.of(), "recount");

        assertThat(Files.readString(printed)).contains("\"agrees\":true");
        assertThat(status).isZero();
    }

    private static void say(String text, Object... values) {
        System.out.printf("chaos: " + text + "%n", values);
    }
}
