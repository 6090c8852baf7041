package dev.demarc.scanner.snapshot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a command hears what assessment refuses of what it sent. */
@ConfigMapping(prefix = "demarc.reception")
public interface ReceptionConfig {
    /** How long it waits until assessment has taken all; 0 asks for nothing. */
    @WithDefault("PT1M")
    Duration patience();

    /** The consumer group of assessment, as {@code demarc.ingest.group} is there. */
    @WithDefault("demarc-assessment")
    String assessmentGroup();
}
