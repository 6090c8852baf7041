package dev.demarc.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the services behind the gateway are waited for, and how much is asked of each of them at a time. */
@ConfigMapping(prefix = "demarc.gateway.upstream")
interface UpstreamConfig {
    /** How long a connection to a service may take. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long a service may be silent while it answers. */
    @WithDefault("30s")
    Duration answerTimeout();

    /** How many requests each service answers at a time, downloads not counted. */
    @WithDefault("32")
    int reads();

    /** How many exports and files are downloaded from each service at a time. */
    @WithDefault("8")
    int downloads();

    /** How long a request waits for one of these to end before it is refused; more than a connection may take. */
    @WithDefault("3s")
    Duration patience();

    /** How long whoever reads an answer may take nothing of it before the connection is cut. */
    @WithDefault("20s")
    Duration readerPatience();
}
