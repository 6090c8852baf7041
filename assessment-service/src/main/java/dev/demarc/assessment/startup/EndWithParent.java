package dev.demarc.assessment.startup;

import dev.demarc.contracts.process.ExitWithParent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends the service with the process that started it, where it is asked to. */
@ApplicationScoped
public class EndWithParent {
    private final boolean wanted;

    EndWithParent(@ConfigProperty(name = ExitWithParent.PROPERTY, defaultValue = "false") boolean wanted) {
        this.wanted = wanted;
    }

    void onStart(@Observes StartupEvent event) {
        if (wanted) {
            ExitWithParent.watch();
        }
    }
}
