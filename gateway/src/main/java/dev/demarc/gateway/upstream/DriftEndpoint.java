package dev.demarc.gateway.upstream;

import dev.demarc.contracts.api.ChangesView;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What moved since an instant, which assessment-service answers. */
@Path("/")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drift")
class DriftEndpoint {
    private static final String EXCEPT = "Moves by a change of the catalog and first judgements are not among them.";

    private final Passage passage;

    DriftEndpoint(Passage passage) {
        this.passage = passage;
    }

    @GET
    @Path("/drift")
    @Operation(
            operationId = "drift",
            summary = "Duties and verdicts that moved since an instant, the newest first",
            description = EXCEPT + " A workload is known by a tag, else by its stack.")
    @APIResponse(
            responseCode = "200",
            description = "A page of moves",
            content = @Content(schema = @Schema(implementation = Listed.DriftPage.class)))
    public Uni<Response> drift(@Context RoutingContext context) {
        return passage.pass(context);
    }

    @GET
    @Path("/changes")
    @Operation(
            operationId = "changes",
            summary = "What is new since an instant: findings, duties, what is overdue and what no team owns",
            description = EXCEPT)
    @APIResponse(
            responseCode = "200",
            description = "What is new",
            content = @Content(schema = @Schema(implementation = ChangesView.class)))
    public Uni<Response> changes(@Context RoutingContext context) {
        return passage.pass(context);
    }
}
