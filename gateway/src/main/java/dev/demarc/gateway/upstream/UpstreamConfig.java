package dev.demarc.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the services behind the gateway are waited for. */
@ConfigMapping(prefix = "demarc.gateway.upstream")
interface UpstreamConfig {
    /** How long a connection to a service may take. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long a service may be silent while it answers. */
    @WithDefault("30s")
    Duration answerTimeout();
}
