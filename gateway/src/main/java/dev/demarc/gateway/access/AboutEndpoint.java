package dev.demarc.gateway.access;

import dev.demarc.gateway.account.Organizations;
import dev.demarc.gateway.bus.BusStatus;
import dev.demarc.gateway.catalog.CatalogView;
import dev.demarc.gateway.catalog.CurrentCatalog;
import dev.demarc.shell.edge.CurrentGrant;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/about")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gateway")
class AboutEndpoint {
    /**
     * What the gateway says of itself.
     *
     * @param open whether it was opened beyond loopback, so that pages can say so
     * @param defaultOrganization the organisation that is meant where none is named, null before the first account
     * @param ready whether all that was on the bus at the start is in memory
     * @param waitingFor what is awaited until then
     * @param ageSeconds how old answers from memory may be, 0 while Kafka answers
     * @param revision the catalog revision in force, null before the first
     */
    record About(
            String version,
            boolean open,
            @Nullable String defaultOrganization,
            boolean ready,
            @Nullable String waitingFor,
            boolean kafkaAnswers,
            long ageSeconds,
            @Nullable Integer revision) {}

    private final CurrentGrant grant;
    private final String version;
    private final Access access;
    private final Organizations organizations;
    private final CurrentCatalog catalog;
    private final BusStatus status;

    AboutEndpoint(
            CurrentGrant grant,
            @ConfigProperty(name = "quarkus.application.version") String version,
            Access access,
            Organizations organizations,
            CurrentCatalog catalog,
            BusStatus status) {
        this.grant = grant;
        this.version = version;
        this.access = access;
        this.organizations = organizations;
        this.catalog = catalog;
        this.status = status;
    }

    @GET
    @NonBlocking
    @Operation(
            operationId = "about",
            summary = "What the gateway is and how fresh its memory is",
            description = "Answers at any time, also before the bus has been read and while Kafka is away.")
    public About about() {
        String waitingFor = status.waitingFor();
        return new About(
                version,
                access.open(),
                organizations.defaultId(grant.get().sight()).orElse(null),
                waitingFor == null,
                waitingFor,
                status.kafkaAnswers(),
                status.age().toSeconds(),
                catalog.view()
                        .map(CatalogView::revision)
                        .map(revision -> revision.number())
                        .orElse(null));
    }
}
