package dev.demarc.assessment.partition;

import dev.demarc.contracts.resource.Source;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Settings of tests: small steps, short waits. */
record TestConfig(String group, int batch, int step, Duration sessionTimeout) implements IngestConfig {
    static TestConfig small() {
        return new TestConfig("test", 100, 3, Duration.ofSeconds(6));
    }

    TestConfig steps(int most) {
        return new TestConfig(group, batch, most, sessionTimeout);
    }

    TestConfig batches(int most) {
        return new TestConfig(group, most, step, sessionTimeout);
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public OptionalInt parallel() {
        return OptionalInt.empty();
    }

    @Override
    public int rememberedDigests() {
        return 1_000_000;
    }

    @Override
    public Duration firstBackOff() {
        return Duration.ofMillis(50);
    }

    @Override
    public Duration mostBackOff() {
        return Duration.ofMillis(500);
    }

    @Override
    public List<Source> sourcePrecedence() {
        return List.of(Source.LIVE, Source.AWS_CONFIG, Source.SNAPSHOT);
    }

    @Override
    public Duration upkeep() {
        return Duration.ofMillis(100);
    }
}
