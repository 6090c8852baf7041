package dev.demarc.shell.process;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends the service with the process that started it, where it is asked to. */
@Singleton
final class EndWithParent {
    private static final int FIRST = 1;

    private final boolean wanted;

    EndWithParent(@ConfigProperty(name = ExitWithParent.PROPERTY, defaultValue = "false") boolean wanted) {
        this.wanted = wanted;
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent event) {
        if (wanted) {
            ExitWithParent.watch();
        }
    }
}
