package dev.demarc.gateway.access;

import dev.demarc.shell.edge.Hosts;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Where the gateway listens and whether it was opened beyond loopback on purpose. */
@Singleton
final class Access {
    private static final Logger LOG = Logger.getLogger(Access.class);
    private static final int FIRST = 1;

    private final String boundTo;
    private final boolean open;

    @Inject
    Access(
            @ConfigProperty(name = "quarkus.http.host", defaultValue = "127.0.0.1") String boundTo,
            @ConfigProperty(name = "demarc.gateway.open", defaultValue = "false") boolean open) {
        this.boundTo = boundTo;
        this.open = open;
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        check();
        if (open) {
            LOG.warn("The gateway is open: whoever reaches it reads everything and may start scans");
        }
    }

    /** @throws IllegalStateException where others could reach the gateway and nobody said that they may */
    void check() {
        if (!open && !Hosts.isLoopback(boundTo)) {
            throw new IllegalStateException(
                    ("quarkus.http.host is '%s', which others can reach, and the gateway has no access control yet;"
                                    + " bind it to 127.0.0.1, or set demarc.gateway.open=true to let everyone in")
                            .formatted(boundTo));
        }
    }

    boolean open() {
        return open;
    }
}
