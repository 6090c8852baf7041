package dev.demarc.shell.edge;

import dev.demarc.shell.token.Part;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Who may call this service. */
@ConfigMapping(prefix = "demarc.edge")
public interface EdgeConfig {
    /** Which part of the platform this service is; tokens for others are refused. */
    Part part();

    /** The deployment's key, the same in all services: at least 32 bytes as base64. */
    Optional<String> key();

    /** Host names that the service goes by, beside those of loopback. */
    Optional<List<String>> hosts();

    /** Whether users call it, who have no token of the platform. */
    @WithDefault("false")
    boolean door();
}
