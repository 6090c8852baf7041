package dev.demarc.gateway.upstream;

import dev.demarc.contracts.catalog.CatalogRevision;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Catalog revisions, which catalog-service answers. */
@Path("/revisions")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalog")
class RevisionEndpoint {
    private final Passage passage;

    RevisionEndpoint(Passage passage) {
        this.passage = passage;
    }

    @GET
    @Operation(operationId = "revisions", summary = "The catalog's revisions, the newest first")
    @APIResponse(responseCode = "200", description = "The revisions")
    public Uni<Response> revisions(@Context RoutingContext context) {
        return passage.pass(context);
    }

    @GET
    @Path("/{number}")
    @Operation(operationId = "revision", summary = "One revision, whole")
    @APIResponse(
            responseCode = "200",
            description = "The revision",
            content = @Content(schema = @Schema(implementation = CatalogRevision.class)))
    public Uni<Response> revision(@PathParam("number") String number, @Context RoutingContext context) {
        return passage.pass(context);
    }

    @GET
    @Path("/{from}/diff/{to}")
    @Operation(operationId = "revisionDiff", summary = "What changed between two revisions")
    @APIResponse(responseCode = "200", description = "What was added, changed and retired")
    public Uni<Response> diff(
            @PathParam("from") String from, @PathParam("to") String to, @Context RoutingContext context) {
        return passage.pass(context);
    }
}
