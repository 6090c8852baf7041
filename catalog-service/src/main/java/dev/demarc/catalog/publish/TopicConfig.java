package dev.demarc.catalog.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the topics of the bus come to be. */
@ConfigMapping(prefix = "demarc.topics")
interface TopicConfig {
    /** Whether this service creates the topics that are missing. */
    @WithDefault("false")
    boolean create();

    /** How many brokers hold each topic that is created; -1 leaves it to the broker's default. */
    @WithDefault("-1")
    short replicationFactor();
}
