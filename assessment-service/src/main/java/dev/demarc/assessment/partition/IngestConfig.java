package dev.demarc.assessment.partition;

import dev.demarc.contracts.resource.Source;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** How resources are ingested. */
@ConfigMapping(prefix = "demarc.ingest")
public interface IngestConfig {
    /** Whether this instance ingests at all; without, it answers and publishes only. */
    @WithDefault("true")
    boolean enabled();

    /** The consumer group whose members share the partitions. */
    @WithDefault("demarc-assessment")
    @NotBlank
    String group();

    /** Most records of one transaction. */
    @WithDefault("2000")
    @Min(1)
    @Max(20000)
    int batch();

    /** How many partitions work at the same time; absent, as many as there are processors. The others wait. */
    OptionalInt parallel();

    /** Most resources judged again or removed in one transaction. */
    @WithDefault("1000")
    @Min(1)
    @Max(20000)
    int step();

    /** How many resources' digests one partition keeps in memory, at about 40 bytes each. */
    @WithDefault("2000000")
    @Min(0)
    int rememberedDigests();

    /** The wait after a first fault; it doubles with each further one. */
    @WithDefault("100ms")
    Duration firstBackOff();

    /** The longest wait after a fault. */
    @WithDefault("10s")
    Duration mostBackOff();

    /** Which source a scope is read from where there are several, the one that wins first. */
    @WithDefault("LIVE,AWS_CONFIG,SNAPSHOT")
    List<Source> sourcePrecedence();

    /** How often the loop of a partition looks for reviews and stale scopes. */
    @WithDefault("5s")
    Duration upkeep();

    /** After how long without a sign of life an instance loses its partitions to others. */
    @WithDefault("15s")
    Duration sessionTimeout();
}
