package dev.demarc.gateway.upstream;

import dev.demarc.contracts.api.FindingDetail;
import dev.demarc.contracts.api.ResourceDetail;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Findings and resources, which assessment-service answers. */
@Path("/")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Findings and resources")
class AssessedEndpoint {
    private final Passage passage;

    AssessedEndpoint(Passage passage) {
        this.passage = passage;
    }

    @GET
    @Path("/findings")
    @Operation(operationId = "findings", summary = "Findings, filtered, a page at a time")
    @APIResponse(
            responseCode = "200",
            description = "A page of findings",
            content = @Content(schema = @Schema(implementation = Listed.FindingPage.class)))
    public Uni<Response> findings(@Context RoutingContext context) {
        return passage.pass(context);
    }

    @GET
    @Path("/findings/{id}")
    @Operation(
            operationId = "finding",
            summary = "One finding: whose and why, the evidence, what to do, both halves when shared")
    @APIResponse(
            responseCode = "200",
            description = "The finding",
            content = @Content(schema = @Schema(implementation = FindingDetail.class)))
    public Uni<Response> finding(
            @Parameter(description = "The resource's key, a dot, the control's id") @PathParam("id") String id,
            @Context RoutingContext context) {
        return passage.pass(context);
    }

    @GET
    @Path("/resources")
    @Operation(operationId = "resources", summary = "Resources, filtered, a page at a time")
    @APIResponse(
            responseCode = "200",
            description = "A page of resources",
            content = @Content(schema = @Schema(implementation = Listed.ResourcePage.class)))
    public Uni<Response> resources(@Context RoutingContext context) {
        return passage.pass(context);
    }

    @GET
    @Path("/resources/{key}")
    @Operation(
            operationId = "resource",
            summary = "One resource: its configuration, layer by layer whose it is and why, every verdict")
    @APIResponse(
            responseCode = "200",
            description = "The resource",
            content = @Content(schema = @Schema(implementation = ResourceDetail.class)))
    public Uni<Response> resource(
            @Parameter(description = "The resource's key") @PathParam("key") String key,
            @Context RoutingContext context) {
        return passage.pass(context);
    }
}
