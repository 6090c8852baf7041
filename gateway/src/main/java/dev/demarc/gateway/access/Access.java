package dev.demarc.gateway.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the gateway listens and whether it was opened beyond loopback on purpose. */
@Singleton
final class Access {
    private final String boundTo;
    private final boolean open;
    private final Hosts hosts;

    @Inject
    Access(
            @ConfigProperty(name = "quarkus.http.host", defaultValue = "127.0.0.1") String boundTo,
            @ConfigProperty(name = "demarc.gateway.open", defaultValue = "false") boolean open,
            @ConfigProperty(name = "demarc.gateway.hosts") Optional<List<String>> hosts) {
        this.boundTo = boundTo;
        this.open = open;
        this.hosts = new Hosts(hosts.orElse(List.of()), open);
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

    Hosts hosts() {
        return hosts;
    }
}
