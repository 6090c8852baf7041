package dev.demarc.scanner;

import dev.demarc.contracts.process.ExitWithParent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends this process with the launcher that started it, where the launcher asks for it. */
@Singleton
final class ParentWatch {
    private final boolean wanted;

    ParentWatch(@ConfigProperty(name = "demarc.exit-with-parent", defaultValue = "false") boolean wanted) {
        this.wanted = wanted;
    }

    void start(@Observes StartupEvent started) {
        if (wanted) {
            ExitWithParent.watch();
        }
    }
}
