package dev.demarc.shell.edge;

import dev.demarc.shell.token.CallerTokens;
import dev.demarc.shell.token.EdgeKey;
import dev.demarc.shell.token.TokenCheck;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Which names this service goes by, whose tokens it takes, and the tokens that it calls others with. */
@Singleton
final class Edge {
    private static final int FIRST = 1;

    private final EdgeConfig config;
    private final Hosts hosts;
    private final Clock clock;

    Edge(
            EdgeConfig config,
            @ConfigProperty(name = "quarkus.http.host", defaultValue = "127.0.0.1") String boundTo,
            Clock clock) {
        this.config = config;
        this.hosts = new Hosts(config.hosts().orElse(List.of()), !Hosts.isLoopback(boundTo));
        this.clock = clock;
    }

    /** A process that answers nobody needs no key. */
    void start(
            @Observes @Priority(FIRST) StartupEvent event,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean answers) {
        if (answers) {
            key();
        }
    }

    Hosts hosts() {
        return hosts;
    }

    /** Whether users call it, who have no token of the platform. */
    boolean isDoor() {
        return config.door();
    }

    TokenCheck.Result check(@Nullable String authorization) {
        return new TokenCheck(config.part(), key(), clock).check(authorization);
    }

    @Produces
    @Singleton
    CallerTokens tokens() {
        return new CallerTokens(config.part(), key(), clock);
    }

    private EdgeKey key() {
        return EdgeKey.of(config.key()
                .orElseThrow(() -> new IllegalStateException("demarc.edge.key (" + EdgeKey.VARIABLE
                        + ") is not set; accepted: at least 32 bytes as base64, the same in all services")));
    }
}
