package dev.demarc.assessment.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How scorecards and finding changes are published. */
@ConfigMapping(prefix = "demarc.publisher")
public interface PublisherConfig {
    /** Whether this instance publishes at all. */
    @WithDefault("true")
    boolean enabled();

    /** Into how many parts the accounts are shared; the same for all publishers of a database. */
    @WithDefault("2")
    @Min(1)
    @Max(256)
    int shards();

    /** How long a publisher that is not heard of keeps its shards. */
    @WithDefault("15S")
    Duration lease();

    /** How often due marks are looked for. */
    @WithDefault("0.25S")
    Duration interval();

    /** The least time between two scorecards of one account. */
    @WithDefault("1S")
    Duration accountInterval();
}
