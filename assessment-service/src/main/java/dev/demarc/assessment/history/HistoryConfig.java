package dev.demarc.assessment.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long what is no more is kept. */
@ConfigMapping(prefix = "demarc.history")
public interface HistoryConfig {
    /**
     * How long configurations and findings that are no more are kept after their end; dropped by whole months, so up to
     * a month longer. At least a day. Absent, everything is kept: what has been dropped can be shown to no auditor.
     */
    Optional<Duration> retention();

    /**
     * How long an account that left its organisation keeps its scopes and its scorecard; after that its resources and
     * findings are history, kept as long as other history is. Not negative.
     */
    @WithDefault("30d")
    Duration departedAccounts();
}
