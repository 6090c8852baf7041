package dev.demarc.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.process.ExitWithParent;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the API stands, and what all of the gateway shares: the clock, the JSON of the contracts. */
@ApplicationPath("/api/v1")
public class Gateway extends Application {
    @Singleton
    static final class Shared implements ObjectMapperCustomizer {
        @Override
        public void customize(ObjectMapper mapper) {
            Json.configure(mapper);
        }

        @Produces
        @Singleton
        Clock clock() {
            return Clock.systemUTC();
        }

        void start(
                @Observes StartupEvent event,
                @ConfigProperty(name = ExitWithParent.PROPERTY, defaultValue = "false") boolean exitWithParent) {
            if (exitWithParent) {
                ExitWithParent.watch();
            }
        }
    }
}
