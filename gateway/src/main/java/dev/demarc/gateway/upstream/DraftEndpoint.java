package dev.demarc.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Drafts of the next catalog revision, which catalog-service keeps. */
@Path("/drafts{path:(/.*)?}")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalog")
class DraftEndpoint {
    private final Passage passage;

    DraftEndpoint(Passage passage) {
        this.passage = passage;
    }

    @GET
    @Operation(operationId = "readDraft", summary = "Read drafts, or a part of one")
    @APIResponse(responseCode = "200", description = "What is there")
    public Uni<Response> read(@PathParam("path") String path, @Context RoutingContext context) {
        return passage.pass(context);
    }

    @POST
    @Operation(operationId = "addToDraft", summary = "Begin, validate or publish a draft")
    @APIResponse(responseCode = "200", description = "What became of it")
    public Uni<Response> add(@PathParam("path") String path, @Context RoutingContext context, byte[] body) {
        return passage.pass(context, body);
    }

    @PUT
    @Operation(operationId = "changeDraft", summary = "Put a part of a draft")
    @APIResponse(responseCode = "200", description = "What became of it")
    public Uni<Response> change(@PathParam("path") String path, @Context RoutingContext context, byte[] body) {
        return passage.pass(context, body);
    }

    @DELETE
    @Operation(operationId = "dropDraft", summary = "Drop a draft, or a part of it")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Uni<Response> drop(@PathParam("path") String path, @Context RoutingContext context) {
        return passage.pass(context);
    }
}
