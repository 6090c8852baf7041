package dev.demarc.catalog.revision;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What happens when the service starts, before anything is published. */
@ApplicationScoped
class CatalogStart {
    static final int BEFORE_PUBLISHING = 100;

    private final ShippedImport shippedImport;

    CatalogStart(ShippedImport shippedImport) {
        this.shippedImport = shippedImport;
    }

    void onStart(@Observes @Priority(BEFORE_PUBLISHING) StartupEvent event) {
        try {
            ClassPathUtils.consumeAsPaths(
                    CatalogStart.class.getClassLoader(), "catalog", folder -> shippedImport.take(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped content cannot be read", e);
        }
    }
}
